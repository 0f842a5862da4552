package io.rocketbots.onboarding.web.bounds;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * Closes the connection of a request whose body nobody is to wait for. Tomcat by itself waits for what is left of a body
 * (server.tomcat.max-swallow-size), so that a sender who stopped in the middle would hold the thread also after the refusal.
 */
@Component
class UnreadBodies implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String LEAVE = UnreadBodies.class.getName();

    /** Has nobody wait for the rest of that body. */
    static void leave(HttpServletRequest request) {
        request.setAttribute(LEAVE, true);
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new Leaver());
    }

    private static final class Leaver extends ValveBase {

        Leaver() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            getNext().invoke(request, response);
            if (request.getAttribute(LEAVE) != null) {
                request.getCoyoteRequest().action(ActionCode.DISABLE_SWALLOW_INPUT, null);
            }
        }
    }
}
