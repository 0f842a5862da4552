package io.rocketbots.onboarding.web.security;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Tells browsers with every answer that came by TLS to use nothing else from now on (RFC 6797): also with redirects, errors
 * and refusals that no filter sees. Only for the host itself, since what lies below a reseller's domain is not ours.
 */
@Component
@Order(Ordered.LOWEST_PRECEDENCE)
class StrictTransport implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private static final String HEADER = "Strict-Transport-Security";
    private static final String A_YEAR = "max-age=31536000";

    /** Behind the valve that believes the proxy when it says that a request came by TLS. */
    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        factory.addEngineValves(new Sayer());
    }

    private static final class Sayer extends ValveBase {

        Sayer() {
            super(true);
        }

        @Override
        public void invoke(Request request, Response response) throws IOException, ServletException {
            if (request.isSecure()) {
                response.setHeader(HEADER, A_YEAR);
            }
            getNext().invoke(request, response);
        }
    }
}
