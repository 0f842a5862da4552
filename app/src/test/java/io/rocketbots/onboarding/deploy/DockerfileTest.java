package io.rocketbots.onboarding.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.deploy.Dockerfile.Instruction;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.core.env.PropertySource;
import org.springframework.core.io.ClassPathResource;

/** The mistakes in the image's recipe that show only where there is a Docker. */
class DockerfileTest {

    private static final List<String> KNOWN = List.of(
            "FROM", "WORKDIR", "COPY", "RUN", "USER", "ENV", "EXPOSE", "HEALTHCHECK", "STOPSIGNAL", "ENTRYPOINT");

    private final Dockerfile dockerfile = Dockerfile.read();

    @Test
    void knowsEveryInstruction() {
        assertThat(dockerfile.instructions()).extracting(Instruction::name).isSubsetOf(KNOWN);
    }

    @Test
    void buildsFromEveryModule() throws IOException {
        String parent = Files.readString(ComposeFile.ROOT.resolve("pom.xml"));
        List<String> modules = Pattern.compile("<module>([^<]+)</module>")
                .matcher(parent)
                .results()
                .map((MatchResult module) -> module.group(1))
                .toList();

        List<String> establish = Files.readAllLines(ComposeFile.ROOT.resolve("deploy/Dockerfile.dockerignore"));

        assertThat(modules)
                .isNotEmpty()
                .allSatisfy(module ->
                        assertThat(establish).contains("!" + module + "/pom.xml", "!" + module + "/src/main"));
        assertThat(establish).contains("*", "!pom.xml").noneMatch(line -> line.contains(".env"));
    }

    @Test
    void takesTheJarThatIsBuilt() throws IOException {
        String module = Files.readString(ComposeFile.ROOT.resolve("app/pom.xml"));
        String jar = Pattern.compile("<finalName>([^<]+)</finalName>")
                .matcher(module)
                .results()
                .map(name -> name.group(1) + ".jar")
                .findFirst()
                .orElseThrow();

        assertThat(dockerfile.all("RUN"))
                .singleElement()
                .satisfies(run -> assertThat(run.arguments()).contains(" app/target/" + jar + " "));
    }

    @Test
    void copiesEveryLayerThatIsExtracted() {
        assertThat(dockerfile.lastStage().all("COPY"))
                .extracting(Instruction::arguments)
                .containsExactly(
                        "--from=build /layers/dependencies/ ./",
                        "--from=build /layers/spring-boot-loader/ ./",
                        "--from=build /layers/snapshot-dependencies/ ./",
                        "--from=build /layers/application/ ./");
    }

    @Test
    void runsAsNobodyAndWithoutAShell() {
        Dockerfile image = dockerfile.lastStage();

        assertThat(image.only("USER").arguments()).matches("[1-9][0-9]{3,}:[1-9][0-9]{3,}");
        assertThat(image.only("ENTRYPOINT").command()).startsWith("java").endsWith("-jar", "app.jar");
        assertThat(image.all("RUN")).as("nothing that root would do").isEmpty();
    }

    @Test
    void isAskedForItsHealthOnTheInternalPort() throws IOException {
        PropertySource<?> settings = new YamlPropertySourceLoader()
                .load("application", new ClassPathResource("application.yaml"))
                .getFirst();

        assertThat(dockerfile.healthCheck().getLast())
                .contains("127.0.0.1/" + settings.getProperty("onboarding.internal-port") + " ");
        assertThat(dockerfile.lastStage().only("EXPOSE").arguments())
                .isEqualTo(String.valueOf(settings.getProperty("server.port")));
    }
}
