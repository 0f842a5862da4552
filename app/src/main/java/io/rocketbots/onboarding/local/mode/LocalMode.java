package io.rocketbots.onboarding.local.mode;

import io.rocketbots.onboarding.configuration.LocalSettings;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.Profiles;

/**
 * Prepares this machine before anything else starts in profile {@code local}: the data directory is ours, the ports
 * are free. Named in {@code META-INF/local.factories}.
 */
public final class LocalMode implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        LocalSettings settings = LocalSettings.of(environment);
        DataLock lock = DataLock.take(settings.dataDirectory());
        // Also when the context fails.
        SpringApplication.getShutdownHandlers().add(lock::close);
        ports(environment, settings).refuseWhatIsTaken();
        if (environment.acceptsProfiles(Profiles.of("camunda"))) {
            new ClusterAddress(environment.getRequiredProperty(ClusterAddress.SETTING, URI.class)).refuseSilence();
        }
        environment
                .getPropertySources()
                .addLast(new MapPropertySource(
                        "local mode",
                        Map.of(LocalSettings.DATABASE, settings.database().toString())));
        context.getBeanFactory().registerSingleton("localSettings", settings);
    }

    private static Ports ports(ConfigurableEnvironment environment, LocalSettings settings) {
        List<Port> ports = new ArrayList<>();
        ports.add(Port.tcp(environment.getProperty("server.port", Integer.class, 8080), "the pages", "server.port"));
        String internal = "onboarding.internal-port";
        ports.add(Port.tcp(
                environment.getProperty(internal, Integer.class, 8081), "internal calls: health, proxy", internal));
        String prefix = LocalSettings.PREFIX + ".";
        ports.add(Port.tcp(settings.smtpPort(), "the catcher of mails (SMTP)", prefix + "smtp-port"));
        ports.add(Port.udp(settings.dnsPort(), "the name server of the local zone (DNS)", prefix + "dns-port"));
        ports.add(Port.tcp(settings.dnsPort(), "the name server of the local zone (DNS)", prefix + "dns-port"));
        if (settings.engine().enabled()) {
            ports.add(Port.tcp(settings.engine().port(), "the engine (gRPC)", prefix + "engine.port"));
        }
        return new Ports(ports);
    }
}
