package io.rocketbots.onboarding.configuration;

import java.nio.file.Path;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.Profiles;

/**
 * What can be set for local mode, under {@code onboarding.local.*}; read before anything else starts.
 *
 * @param dataDirectory keeps everything between two runs; removing it starts from nothing
 * @param smtpPort where the catcher takes the mails
 * @param dnsPort where the name server of the local zone answers, by UDP and TCP
 * @param engine the engine
 */
public record LocalSettings(Path dataDirectory, int smtpPort, int dnsPort, Engine engine) {

    public static final String PREFIX = "onboarding.local";

    /** Names the file of the database for the address in {@code application-local.yaml}. */
    public static final String DATABASE = "local-mode.database";

    /**
     * How the engine is run, inside this process.
     *
     * @param enabled false when {@code onboarding.engine.address} is a cluster that somebody else started
     * @param port where it is spoken to by gRPC
     */
    public record Engine(boolean enabled, int port) {}

    /** Whether this is local mode. */
    public static boolean areOn(Environment environment) {
        return environment.acceptsProfiles(Profiles.of("local"));
    }

    /** The file of the database, as H2 wants to be told: with a directory, and without an ending. */
    public Path database() {
        return dataDirectory.toAbsolutePath().resolve("db").resolve("onboarding");
    }

    public static LocalSettings of(Environment environment) {
        return Binder.get(environment).bind(PREFIX, LocalSettings.class).get();
    }
}
