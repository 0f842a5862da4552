package io.rocketbots.onboarding.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the documents name is there, so that whoever follows them arrives. */
class DocumentsTest {

    private static final Pattern LINK = Pattern.compile("]\\(([^)\\s#]*)(?:#([^)\\s]+))?\\)");
    private static final Pattern OF_COMPOSE = Pattern.compile("reseller-onboarding_([a-z0-9-]+)");
    private static final Pattern SERVICE = Pattern.compile(
            "docker compose (?:logs|exec|restart|stop|ps|build)((?: -{1,2}[a-zA-Z-]+(?: \\d+)?)*) ([a-z0-9-]+)");

    static List<Path> documents() throws IOException {
        try (Stream<Path> docs = Files.walk(ComposeFile.ROOT.resolve("docs"))) {
            return Stream.concat(
                            Stream.of("README.md", "CONTRIBUTING.md", "CHANGELOG.md")
                                    .map(ComposeFile.ROOT::resolve),
                            docs)
                    .filter(Files::isRegularFile)
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyLinkLeadsSomewhere(Path document) throws IOException {
        List<String> lost = new ArrayList<>();
        for (MatchResult link :
                LINK.matcher(Files.readString(document)).results().toList()) {
            String file = link.group(1);
            String section = link.group(2);
            if (file.startsWith("http")) {
                continue;
            }
            Path target = file.isEmpty() ? document : document.resolveSibling(file);
            if (!Files.exists(target) || (section != null && !sections(target).contains(section))) {
                lost.add(link.group());
            }
        }

        assertThat(lost).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("documents")
    void everyServiceNetworkAndVolumeInACommandIsThere(Path document) throws IOException {
        ComposeFile cluster =
                ComposeFile.of(ComposeFile.ONE_MACHINE, ComposeFile.ROOT.resolve("deploy/docker-compose.cluster.yml"));
        Set<String> made = new HashSet<>();
        for (String kind : List.of("networks", "volumes")) {
            made.addAll(ComposeFile.map(cluster.content().get(kind)).keySet());
        }
        String text = Files.readString(document);

        assertThat(OF_COMPOSE.matcher(text).results().map((MatchResult name) -> name.group(1)))
                .allSatisfy(name -> assertThat(made).contains(name));
        assertThat(SERVICE.matcher(text).results().map((MatchResult command) -> command.group(2)))
                .allSatisfy(name -> assertThat(cluster.services()).containsKey(name));
    }

    /** How a link calls each heading: in small letters, with a dash for each space, without signs. */
    private static Set<String> sections(Path document) throws IOException {
        return Files.readAllLines(document).stream()
                .filter(line -> line.matches("#+ .*"))
                .map(line -> line.replaceFirst("#+ ", "")
                        .toLowerCase(Locale.ROOT)
                        .replaceAll("[^a-z0-9 _-]", "")
                        .replace(' ', '-'))
                .collect(Collectors.toSet());
    }
}
