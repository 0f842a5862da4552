package io.rocketbots.onboarding.localengine;

import static io.rocketbots.onboarding.localengine.Program.LOOPBACK;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The broker as local mode runs it; with Operate and Tasklist it exports to OpenSearch what they show. */
final class EngineProgram {

    private static final String EXPORTER = "opensearch";
    private static final String EXPORTER_SETTING = "ZEEBE_BROKER_EXPORTERS_OPENSEARCH_";

    private static final Logger log = LoggerFactory.getLogger(EngineProgram.class);

    private EngineProgram() {}

    static Program of(LocalSettings settings) {
        LocalSettings.Engine engine = settings.engine();
        Path home = settings.engine().home().toAbsolutePath().normalize();
        Path data = settings.dataDirectory().toAbsolutePath().normalize();
        Map<String, String> environment = new HashMap<>(broker(data, engine));
        if (settings.operate().enabled()) {
            environment.putAll(exporter(SearchProgram.address(settings)));
        }
        return new Program(
                "engine",
                "The engine",
                "Pages go on working, the steps of the process wait for it.",
                home,
                "Start with 'mvn spring-boot:run', which unpacks it, or run 'mvn process-test-classes' once.",
                data,
                data.resolve("logs").resolve("zeebe.log"),
                List.of(
                        "-Xmx" + engine.heap(),
                        "-Dapp.home=" + data,
                        "-Dbasedir=" + data,
                        "-classpath",
                        Program.classPath(
                                home.resolve("config"), home.resolve("lib").resolve("*")),
                        "io.camunda.application.StandaloneBroker"),
                Map.copyOf(environment),
                URI.create("http://" + LOOPBACK + ":" + engine.healthPort() + "/actuator/health/readiness"));
    }

    /**
     * Lets a broker that is ready export again: having run without the exporter once, it leaves it switched off. What
     * happened meanwhile is not exported any more.
     */
    static void exportAgain(LocalSettings settings) throws InterruptedException {
        URI exporters =
                URI.create("http://" + LOOPBACK + ":" + settings.engine().healthPort() + "/actuator/exporters");
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpRequest ask = HttpRequest.newBuilder(exporters).build();
            if (http.send(ask, HttpResponse.BodyHandlers.ofString()).body().contains("DISABLED")) {
                HttpRequest enable = HttpRequest.newBuilder(URI.create(exporters + "/" + EXPORTER + "/enable"))
                        .POST(HttpRequest.BodyPublishers.noBody())
                        .build();
                http.send(enable, HttpResponse.BodyHandlers.discarding());
                log.info("The engine ran without Operate before: what happened then is not shown there.");
            }
        } catch (IOException e) {
            log.warn("The engine cannot be asked whether it exports: Operate may show nothing new.", e);
        }
    }

    private static Map<String, String> broker(Path data, LocalSettings.Engine engine) {
        return Map.ofEntries(
                Map.entry("ZEEBE_BROKER_NETWORK_HOST", LOOPBACK),
                Map.entry("SERVER_ADDRESS", LOOPBACK),
                Map.entry("MANAGEMENT_SERVER_ADDRESS", LOOPBACK),
                Map.entry("SERVER_PORT", String.valueOf(engine.restPort())),
                Map.entry("MANAGEMENT_SERVER_PORT", String.valueOf(engine.healthPort())),
                Map.entry("ZEEBE_BROKER_GATEWAY_NETWORK_PORT", String.valueOf(engine.port())),
                Map.entry("ZEEBE_BROKER_NETWORK_COMMANDAPI_PORT", String.valueOf(engine.commandPort())),
                Map.entry("ZEEBE_BROKER_NETWORK_INTERNALAPI_PORT", String.valueOf(engine.internalPort())),
                Map.entry("ZEEBE_BROKER_CLUSTER_INITIALCONTACTPOINTS", LOOPBACK + ":" + engine.internalPort()),
                Map.entry("ZEEBE_BROKER_DATA_DIRECTORY", data.resolve("zeebe").toString()),
                Map.entry("ZEEBE_BROKER_DATA_LOGSEGMENTSIZE", "16MB"),
                Map.entry("ZEEBE_BROKER_EXPERIMENTAL_ROCKSDB_MEMORYLIMIT", "64MB"),
                // By default the broker stops working with less than 2 GB free, which a laptop may well have.
                Map.entry("ZEEBE_BROKER_DATA_DISK_FREESPACE_PROCESSING", "256MB"),
                Map.entry("ZEEBE_BROKER_DATA_DISK_FREESPACE_REPLICATION", "128MB"),
                // Into data/logs/zeebe.log, which rolls; the console is kept for what the JVM itself has to say.
                Map.entry("ZEEBE_LOG_APPENDER", "RollingFile"));
    }

    private static Map<String, String> exporter(String search) {
        return Map.of(
                EXPORTER_SETTING + "CLASSNAME",
                "io.camunda.zeebe.exporter.opensearch.OpensearchExporter",
                EXPORTER_SETTING + "ARGS_URL",
                search,
                // Every step shows at once, which is right for one developer and too slow for a load.
                EXPORTER_SETTING + "ARGS_BULK_SIZE",
                "1");
    }
}
