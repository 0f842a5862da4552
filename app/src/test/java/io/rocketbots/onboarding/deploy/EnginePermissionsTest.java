package io.rocketbots.onboarding.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What deploy/camunda.yaml lets the application do, against the commands that it sends: the engine refuses any other. */
class EnginePermissionsTest {

    private static final Path SETTINGS = ComposeFile.ROOT.resolve("deploy/camunda.yaml");
    private static final Pattern COMMAND = Pattern.compile("\\.(new[A-Z]\\w*(?:Command|Request)|newWorker)\\(");

    /** What the engine of 8.8 and 8.9 asks for before it takes each command; the topology is anybody's. */
    private static final Map<String, Set<String>> NEEDED = Map.of(
            "newDeployResourceCommand", Set.of("RESOURCE CREATE"),
            "newPublishMessageCommand", Set.of("MESSAGE CREATE"),
            "newWorker", Set.of("PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE"),
            "newCompleteCommand", Set.of("PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE"),
            "newFailCommand", Set.of("PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE"),
            "newThrowErrorCommand", Set.of("PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE"),
            "newMigrateProcessInstanceCommand", Set.of("PROCESS_DEFINITION UPDATE_PROCESS_INSTANCE"),
            "newModifyProcessInstanceCommand", Set.of("PROCESS_DEFINITION MODIFY_PROCESS_INSTANCE"),
            "newTopologyRequest", Set.of());

    @Test
    void theApplicationMayDoWhateverItAsksTheEngineFor() throws IOException {
        Set<String> sent = commands();
        Set<String> granted = granted();

        assertThat(NEEDED.keySet()).as("a command that nobody has thought of").isEqualTo(sent);
        assertThat(sent)
                .allSatisfy(
                        command -> assertThat(granted).as(command).containsAll(NEEDED.getOrDefault(command, Set.of())));
    }

    /** Each command of the engine's client that stands in the application. */
    private static Set<String> commands() throws IOException {
        Set<String> commands = new TreeSet<>();
        for (String module : List.of("app", "workers")) {
            try (Stream<Path> files =
                    Files.walk(ComposeFile.ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .flatMap(file -> COMMAND.matcher(read(file)).results())
                        .map((MatchResult command) -> command.group(1))
                        .forEach(commands::add);
            }
        }
        return commands;
    }

    private static Set<String> granted() throws IOException {
        JsonNode settings = new JsonMapper().valueToTree(new Yaml().<Object>load(Files.readString(SETTINGS)));
        Set<String> granted = new HashSet<>();
        for (JsonNode authorization : settings.at("/camunda/security/initialization/authorizations")) {
            assertThat(authorization.path("owner-id").asString()).isEqualTo("onboarding-app");
            assertThat(authorization.path("resource-id").asString()).isEqualTo("*");
            for (JsonNode permission : authorization.path("permissions")) {
                granted.add(authorization.path("resource-type").asString() + " " + permission.asString());
            }
        }
        return granted;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
