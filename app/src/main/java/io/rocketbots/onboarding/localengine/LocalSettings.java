package io.rocketbots.onboarding.localengine;

import java.nio.file.Path;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.Environment;

/**
 * What can be set for local mode, under {@code onboarding.local.*}; read before anything else starts.
 *
 * @param dataDirectory keeps everything between two runs; removing it starts from nothing
 * @param databaseFile the file of the database in it, as H2 wants to be told: a relative path begins with a dot
 * @param smtpPort where the catcher takes the mails
 * @param dnsPort where the name server of the local zone answers, by UDP and TCP
 * @param engine the broker
 * @param operate Operate and Tasklist
 * @param search what Operate and Tasklist read from
 */
public record LocalSettings(
        Path dataDirectory,
        String databaseFile,
        int smtpPort,
        int dnsPort,
        Engine engine,
        Operate operate,
        Search search) {

    public static final String PREFIX = "onboarding.local";

    /**
     * How the broker is run.
     *
     * @param enabled false when {@code onboarding.engine.address} is a cluster started by somebody else
     * @param home the unpacked distribution
     * @param heap the most its Java heap may take, as {@code -Xmx} says it
     * @param port where clients speak gRPC
     * @param commandPort between gateway and broker, both in that one process
     * @param internalPort between brokers, of which there is one
     * @param restPort its REST API, which Tasklist uses and this application does not
     * @param healthPort health and metrics
     */
    public record Engine(
            boolean enabled,
            Path home,
            String heap,
            int port,
            int commandPort,
            int internalPort,
            int restPort,
            int healthPort) {}

    /**
     * How Operate and Tasklist are run, out of the engine's distribution.
     *
     * @param enabled whether they are, and OpenSearch beside them
     * @param heap the most their Java heap may take
     * @param port where their pages are
     */
    public record Operate(boolean enabled, String heap, int port) {}

    /**
     * How OpenSearch is run.
     *
     * @param home where it is unpacked
     * @param heap the most its Java heap may take
     * @param port where it is asked, by HTTP
     */
    public record Search(Path home, String heap, int port) {}

    static LocalSettings of(Environment environment) {
        return Binder.get(environment).bind(PREFIX, LocalSettings.class).get();
    }
}
