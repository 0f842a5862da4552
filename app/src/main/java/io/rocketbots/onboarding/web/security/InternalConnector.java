package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.configuration.Settings;
import org.apache.catalina.connector.Connector;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** Opens the second port, for the proxy's questions and the probes; it is never published. */
@Component
class InternalConnector implements WebServerFactoryCustomizer<TomcatServletWebServerFactory> {

    private final int port;

    InternalConnector(Settings settings) {
        this.port = settings.internalPort();
    }

    @Override
    public void customize(TomcatServletWebServerFactory factory) {
        if (port > 0) {
            Connector connector = new Connector();
            connector.setPort(port);
            if (factory.getAddress() != null) {
                connector.setProperty("address", factory.getAddress().getHostAddress());
            }
            factory.addAdditionalConnectors(connector);
        }
    }
}
