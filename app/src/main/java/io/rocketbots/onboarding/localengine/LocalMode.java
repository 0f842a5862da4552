package io.rocketbots.onboarding.localengine;

import java.util.ArrayList;
import java.util.List;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.ConfigurableEnvironment;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * Prepares this machine before anything else starts in profile {@code local}: the data directory is ours, the ports
 * are free, the engine is on its way.
 */
public final class LocalMode implements ApplicationContextInitializer<ConfigurableApplicationContext> {

    public static boolean isOn(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("local"));
    }

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        ConfigurableEnvironment environment = context.getEnvironment();
        if (!isOn(environment)) {
            return;
        }
        LocalSettings settings = LocalSettings.of(environment);
        DataLock lock = DataLock.take(settings.dataDirectory());
        LocalEngine engine = new LocalEngine(settings);
        // Also when the context fails before it knows the engine.
        SpringApplication.getShutdownHandlers().add(() -> {
            engine.stop();
            lock.close();
        });
        LocalEngine.endOrphans(settings);
        ports(environment, settings).refuseWhatIsTaken();
        context.getBeanFactory().registerSingleton("localSettings", settings);
        if (settings.engine().enabled()) {
            engine.launch();
            context.getBeanFactory().registerSingleton("localEngine", engine);
        }
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
        LocalSettings.Engine engine = settings.engine();
        if (engine.enabled()) {
            ports.add(Port.tcp(engine.port(), "the engine (gRPC)", prefix + "engine.port"));
            ports.add(Port.tcp(engine.commandPort(), "the engine (commands)", prefix + "engine.command-port"));
            ports.add(Port.tcp(engine.internalPort(), "the engine (cluster)", prefix + "engine.internal-port"));
            ports.add(Port.tcp(engine.restPort(), "the engine (REST)", prefix + "engine.rest-port"));
            ports.add(Port.tcp(engine.healthPort(), "the engine (health)", prefix + "engine.health-port"));
        }
        if (engine.enabled() && settings.operate().enabled()) {
            ports.add(Port.tcp(settings.operate().port(), "Operate and Tasklist", prefix + "operate.port"));
            ports.add(Port.tcp(settings.search().port(), "OpenSearch", prefix + "search.port"));
        }
        return new Ports(ports);
    }
}
