package io.rocketbots.onboarding.localengine;

import static io.rocketbots.onboarding.localengine.Program.LOOPBACK;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** OpenSearch as local mode runs it: one node, to which the broker exports and from which Operate and Tasklist read. */
final class SearchProgram {

    private SearchProgram() {}

    static Program of(LocalSettings settings) {
        Path home = settings.search().home().toAbsolutePath().normalize();
        Path data = settings.dataDirectory().toAbsolutePath().normalize();
        Path own = data.resolve("opensearch");
        Path logs = data.resolve("logs");
        return new Program(
                "opensearch",
                "OpenSearch",
                "The processes go on; Operate and Tasklist show what happens meanwhile once it is back.",
                home,
                "Start with 'mvn spring-boot:run -Poperate', which unpacks it, or run 'mvn process-test-classes' once.",
                data,
                logs.resolve("opensearch-console.log"),
                List.of(
                        "-Xmx" + settings.search().heap(),
                        "--add-opens=java.base/java.lang=ALL-UNNAMED",
                        "-Dorg.apache.logging.log4j.level=warn",
                        "-classpath",
                        Program.classPath(
                                home.resolve("classes"), home.resolve("lib").resolve("*")),
                        "io.rocketbots.onboarding.search.SearchNode",
                        "path.home=" + own,
                        "path.data=" + own,
                        "path.logs=" + logs,
                        "cluster.name=local",
                        "node.name=local",
                        "discovery.type=single-node",
                        "network.host=" + LOOPBACK,
                        "http.port=" + settings.search().port(),
                        // Nobody else is in this cluster, so any free port will do.
                        "transport.port=0",
                        // By default it writes nothing more when 5 % of the disk are free, which may be many gigabytes.
                        "cluster.routing.allocation.disk.threshold_enabled=false"),
                Map.of(),
                URI.create(address(settings) + "/_cluster/health?wait_for_status=yellow&timeout=1s"));
    }

    static String address(LocalSettings settings) {
        return "http://" + LOOPBACK + ":" + settings.search().port();
    }
}
