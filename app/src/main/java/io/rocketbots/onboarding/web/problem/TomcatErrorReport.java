package io.rocketbots.onboarding.web.problem;

import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.core.StandardHost;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * What is said when nothing else could say it: Tomcat refused a request before any filter saw it, or the page of an error
 * failed too. Takes the place of Tomcat's own page, which names Tomcat.
 */
public class TomcatErrorReport extends ErrorReportValve {

    private static final Logger log = LoggerFactory.getLogger(TomcatErrorReport.class);

    @Override
    protected void report(Request request, Response response, @Nullable Throwable fault) {
        if (response.getStatus() < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        try {
            StaticErrorPage.FAILED.writeTo(response);
            response.finishResponse();
        } catch (IOException | IllegalStateException gone) {
            log.debug("Nobody was there any more to be told that a request failed.", gone);
        }
    }

    /** Hands it to Tomcat, which makes one for each host by the name of its class. */
    @Component
    static class InTomcat implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

        @Override
        public void customize(TomcatServletWebServerFactory factory) {
            factory.addContextCustomizers(context -> {
                if (context.getParent() instanceof StandardHost host) {
                    host.setErrorReportValveClass(TomcatErrorReport.class.getName());
                }
            });
        }
    }
}
