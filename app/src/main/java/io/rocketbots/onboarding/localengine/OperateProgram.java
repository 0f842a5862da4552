package io.rocketbots.onboarding.localengine;

import static io.rocketbots.onboarding.localengine.Program.LOOPBACK;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Operate and Tasklist out of the engine's distribution, as local mode runs them.
 *
 * <p>The distribution can run them in the broker's own process, too. There their sign-in also closes the broker's REST
 * API, without which Tasklist can show tasks but neither assign nor complete one.
 */
final class OperateProgram {

    private OperateProgram() {}

    static Program of(LocalSettings settings) {
        Path home = settings.engine().home().toAbsolutePath().normalize();
        Path data = settings.dataDirectory().toAbsolutePath().normalize();
        // Comes first on the class path: see the build.
        Path mended = settings.search().home().resolve("tasklist").toAbsolutePath();
        // Its log has the same name as the broker's.
        Path own = data.resolve("operate");
        return new Program(
                "operate",
                "Operate (with Tasklist)",
                "Processes and the team's pages go on working.",
                home,
                "Start with 'mvn spring-boot:run', which unpacks it, or run 'mvn process-test-classes' once.",
                data,
                own.resolve("logs").resolve("zeebe.log"),
                List.of(
                        "-Xmx" + settings.operate().heap(),
                        "-Dapp.home=" + own,
                        "-Dbasedir=" + own,
                        "-classpath",
                        Program.classPath(
                                mended,
                                home.resolve("config"),
                                home.resolve("lib").resolve("*")),
                        "io.camunda.application.StandaloneCamunda"),
                environment(settings),
                URI.create("http://" + LOOPBACK + ":" + settings.operate().port() + "/tasklist"));
    }

    private static Map<String, String> environment(LocalSettings settings) {
        String search = SearchProgram.address(settings);
        String gateway = LOOPBACK + ":" + settings.engine().port();
        return Map.ofEntries(
                Map.entry("SPRING_PROFILES_ACTIVE", "operate,tasklist,auth"),
                Map.entry("SERVER_ADDRESS", LOOPBACK),
                Map.entry("SERVER_PORT", String.valueOf(settings.operate().port())),
                // Its pages say well enough whether they are there.
                Map.entry("MANAGEMENT_SERVER_PORT", "-1"),
                Map.entry("CAMUNDA_DATABASE_TYPE", "opensearch"),
                Map.entry("CAMUNDA_DATABASE_URL", search),
                Map.entry("CAMUNDA_OPERATE_DATABASE", "opensearch"),
                Map.entry("CAMUNDA_OPERATE_OPENSEARCH_URL", search),
                Map.entry("CAMUNDA_OPERATE_ZEEBEOPENSEARCH_URL", search),
                Map.entry("CAMUNDA_OPERATE_ZEEBE_GATEWAYADDRESS", gateway),
                Map.entry("CAMUNDA_TASKLIST_DATABASE", "opensearch"),
                Map.entry("CAMUNDA_TASKLIST_OPENSEARCH_URL", search),
                Map.entry("CAMUNDA_TASKLIST_ZEEBEOPENSEARCH_URL", search),
                Map.entry("CAMUNDA_TASKLIST_ZEEBE_GATEWAYADDRESS", gateway),
                Map.entry(
                        "CAMUNDA_TASKLIST_ZEEBE_RESTADDRESS",
                        "http://" + LOOPBACK + ":" + settings.engine().restPort()),
                Map.entry("ZEEBE_LOG_APPENDER", "RollingFile"));
    }
}
