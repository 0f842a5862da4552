package io.rocketbots.onboarding.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.rocketbots.onboarding.configuration.Settings;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.io.ClassPathResource;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** What Docker would refuse, and what those who run it would notice, in the Compose files. */
class ComposeTest {

    private static final Path CLUSTER = ComposeFile.ROOT.resolve("deploy/docker-compose.cluster.yml");
    private static final Path ENV_EXAMPLE = ComposeFile.ROOT.resolve(".env.example");
    private static final Pattern VARIABLE = Pattern.compile("(?<!\\$)\\$\\{([A-Z_]+)([^}]*)}");

    private static final String OUR_IMAGE = "reseller-onboarding:local";

    static List<Path> files() {
        return List.of(ComposeFile.ONE_MACHINE, CLUSTER);
    }

    /** What is run: on one machine, and with the file of the cluster on top. */
    static List<ComposeFile> deployments() {
        return List.of(ComposeFile.ofOneMachine(), ComposeFile.of(ComposeFile.ONE_MACHINE, CLUSTER));
    }

    @ParameterizedTest
    @MethodSource("files")
    void fitsTheComposeSpecification(Path file) throws IOException {
        ObjectNode specification = (ObjectNode)
                JsonMapper.shared().readTree(new ClassPathResource("compose/compose-spec.json").getInputStream());
        // The validator wants these two to be addresses.
        specification.remove(List.of("$id", "$schema"));
        Schema schema =
                SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7).getSchema(specification);

        List<Error> errors = schema.validate(
                JsonMapper.shared().valueToTree(ComposeFile.of(file).content()));

        assertThat(errors).isEmpty();
    }

    @Test
    void everyVariableStandsInTheExampleAndNoOther() throws IOException {
        Set<String> used = new TreeSet<>();
        for (Path file : files()) {
            uses(file).map(use -> use.group(1)).forEach(used::add);
        }

        // Docker itself reads these two.
        Set<String> explained = new TreeSet<>(Variables.of(ENV_EXAMPLE).all().keySet());
        explained.removeAll(Set.of("COMPOSE_PROFILES", "COMPOSE_FILE"));
        assertThat(explained).isEqualTo(used);
    }

    @ParameterizedTest
    @MethodSource("files")
    void noSecretHasADefault(Path file) throws IOException {
        List<MatchResult> secrets = uses(file)
                .filter(use -> use.group(1).matches(".*(PASSWORD|SECRET)"))
                .filter(use -> !use.group(1).equals("SMTP_PASSWORD"))
                .toList();

        assertThat(secrets).isNotEmpty().allSatisfy(use -> {
            assertThat(use.group(2)).startsWith(":?");
            assertThat(Variables.of(ENV_EXAMPLE).all()).containsEntry(use.group(1), "");
        });
        assertThat(Files.readString(file)).doesNotContainPattern("(?i)(password|secret): *[a-z0-9]");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void onlyTheProxyIsReachedFromOutside(ComposeFile deployment) {
        deployment.services().forEach((name, service) -> {
            List<String> ports = list(service.get("ports"));
            if (name.equals("caddy")) {
                assertThat(ports).containsExactly("80:80", "443:443", "443:443/udp");
            } else {
                assertThat(ports).as(name).allSatisfy(port -> assertThat(port).startsWith("127.0.0.1:"));
                assertThat(ports).as(name).noneMatch(port -> port.endsWith(":8081") || port.endsWith(":5432"));
            }
        });
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void everyServiceIsBoundedWatchedAndStartedAgain(ComposeFile deployment) {
        boolean imageKnows = Dockerfile.read().healthCheck().getFirst().equals("bash");

        deployment.services().forEach((name, service) -> {
            assertThat(service).as(name).containsKeys("mem_limit", "cpus", "networks", "logging");
            assertThat(service).as(name).containsEntry("restart", "unless-stopped");
            if (!(imageKnows && OUR_IMAGE.equals(service.get("image")))) {
                assertThat(service).as(name).containsKey("healthcheck");
            }
        });
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void theProxyKnowsNothingOfTheDatabasesAndTheseReachNobody(ComposeFile deployment) {
        Set<String> ofTheProxy = networks(deployment, "caddy");

        assertThat(ofTheProxy).doesNotContainAnyElementsOf(networks(deployment, "postgres"));
        assertThat(ofTheProxy).doesNotContainAnyElementsOf(networks(deployment, "camunda"));
        Map<String, Object> networks = ComposeFile.map(deployment.content().get("networks"));
        assertThat(networks(deployment, "postgres"))
                .allSatisfy(network ->
                        assertThat(ComposeFile.map(networks.get(network))).containsEntry("internal", true));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void theApplicationWaitsForWhatItNeeds(ComposeFile deployment) {
        Map<String, Object> needs = ComposeFile.map(deployment.service("app").get("depends_on"));

        assertThat(needs.keySet()).containsExactlyInAnyOrder("postgres", "camunda");
        assertThat(needs.values()).containsOnly(Map.of("condition", "service_healthy"));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void theHeapOfTheEngineLeavesRoomForItsStore(ComposeFile deployment) throws IOException {
        Map<String, Object> engine = deployment.service("camunda");
        Map<String, String> environment = deployment.environment("camunda", filledIn());
        String options = environment.getOrDefault("JAVA_TOOL_OPTIONS", "");
        double heap = Double.parseDouble(options.replaceAll(".*MaxRAMPercentage=(\\d+).*", "$1")) / 100;
        int partitions = Integer.parseInt(environment.getOrDefault("CAMUNDA_CLUSTER_PARTITIONCOUNT", "1"));
        String settings = Files.readString(ComposeFile.ROOT.resolve("deploy/camunda.yaml"));
        int store = Integer.parseInt(settings.replaceAll("(?s).*memory-limit: (\\d+)MB.*", "$1"));

        // Classes, threads and buffers take about as much as a third of the container.
        assertThat(megabytes(engine) * (1 - heap - 1.0 / 3)).isGreaterThan((double) partitions * store);
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void theHeapOfTheApplicationLeavesRoomForUploadsAndTheRest(ComposeFile deployment) {
        double heap = Dockerfile.read().only("ENTRYPOINT").command().stream()
                .filter(option -> option.startsWith("-XX:MaxRAMPercentage="))
                .mapToDouble(option -> Double.parseDouble(option.replaceAll(".*=", "")) / 100)
                .sum();

        deployment.services().values().stream()
                .filter(service -> OUR_IMAGE.equals(service.get("image")))
                .forEach(service -> {
                    String uploads = list(service.get("tmpfs")).getFirst().replaceAll(".*size=(\\d+)m", "$1");

                    // Classes, compiled code, threads and buffers outside the heap take some hundred megabytes.
                    assertThat(heap).isPositive();
                    assertThat(megabytes(service) * (1 - heap))
                            .isGreaterThanOrEqualTo(Double.parseDouble(uploads) + 400);
                });
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void theImageIsBuiltOnce(ComposeFile deployment) {
        assertThat(deployment.services().entrySet().stream()
                        .filter(service -> service.getValue().containsKey("build"))
                        .map(Map.Entry::getKey))
                .containsExactly("app");
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void whoComesByIpv6HasAnAddressOfTheirOwn(ComposeFile deployment) {
        Map<String, Object> networks = ComposeFile.map(deployment.content().get("networks"));

        assertThat(networks(deployment, "caddy"))
                .allSatisfy(network ->
                        assertThat(ComposeFile.map(networks.get(network))).containsEntry("enable_ipv6", true));
    }

    @ParameterizedTest
    @MethodSource("deployments")
    void whatItMountsIsThere(ComposeFile deployment) {
        Map<String, Object> configs = ComposeFile.map(deployment.content().get("configs"));

        assertThat(configs).isNotEmpty();
        assertThat(configs.values())
                .allSatisfy(config -> assertThat(ComposeFile.ROOT.resolve(
                                (String) ComposeFile.map(config).get("file")))
                        .exists());
        deployment.services().values().stream()
                .flatMap(service -> list(service.get("volumes")).stream())
                .map(volume -> volume.substring(0, volume.indexOf(':')))
                .forEach(volume -> assertThat(
                                ComposeFile.map(deployment.content().get("volumes")))
                        .containsKey(volume));
    }

    @Test
    void setsOnlyWhatCanBeSet() {
        Set<String> known = settings(Settings.class, "ONBOARDING");

        Set<String> set = ComposeFile.ofOneMachine().environment("app", filledIn()).keySet().stream()
                .filter(name -> name.startsWith("ONBOARDING_"))
                .collect(Collectors.toSet());

        assertThat(known).containsAll(set);
    }

    @Test
    void theClusterHasThreeBrokersOfWhichAnyOneMayFail() {
        ComposeFile cluster = ComposeFile.of(ComposeFile.ONE_MACHINE, CLUSTER);
        List<String> brokers = cluster.services().keySet().stream()
                .filter(name -> name.startsWith("camunda"))
                .toList();

        assertThat(brokers).hasSize(3);
        List<Map<String, String>> environments = brokers.stream()
                .map(broker -> cluster.environment(broker, filledIn()))
                .toList();
        assertThat(environments)
                .allSatisfy(environment -> assertThat(environment)
                        .containsEntry("CAMUNDA_CLUSTER_SIZE", "3")
                        .containsEntry("CAMUNDA_CLUSTER_REPLICATIONFACTOR", "3")
                        .containsEntry("CAMUNDA_CLUSTER_PARTITIONCOUNT", "3")
                        .containsKeys("CAMUNDA_DB_PASSWORD", "CAMUNDA_ADMIN_PASSWORD", "CAMUNDA_APP_PASSWORD"));
        assertThat(environments)
                .extracting(environment -> environment.get("CAMUNDA_CLUSTER_NODEID"))
                .containsExactlyInAnyOrder("0", "1", "2");
        assertThat(environments)
                .extracting(environment -> environment.get("CAMUNDA_CLUSTER_INITIALCONTACTPOINTS"))
                .containsOnly(environments.stream()
                        .map(environment -> environment.get("CAMUNDA_CLUSTER_NETWORK_ADVERTISEDHOST") + ":26502")
                        .collect(Collectors.joining(",")));
        assertThat(brokers)
                .extracting(broker -> list(cluster.service(broker).get("volumes")))
                .doesNotHaveDuplicates();
    }

    @Test
    void theProxyOfTheClusterKnowsEveryNode() {
        ComposeFile cluster = ComposeFile.of(ComposeFile.ONE_MACHINE, CLUSTER);
        List<String> nodes = cluster.services().entrySet().stream()
                .filter(service -> OUR_IMAGE.equals(service.getValue().get("image")))
                .map(Map.Entry::getKey)
                .toList();

        assertThat(nodes).hasSizeGreaterThan(1);
        assertThat(cluster.environment("caddy", filledIn()).get("APP_NODES"))
                .isEqualTo(nodes.stream().map(node -> node + ":8080").collect(Collectors.joining(" ")));
        assertThat(nodes.stream().map(node -> cluster.environment(node, filledIn())))
                .as("the nodes differ in nothing")
                .containsOnly(cluster.environment("app", filledIn()));
    }

    private static Stream<MatchResult> uses(Path file) throws IOException {
        return VARIABLE.matcher(Files.readString(file)).results();
    }

    /** Every variable with some value. */
    private static Variables filledIn() {
        return new Variables(Variables.of(ENV_EXAMPLE).all().entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().isEmpty() ? "x" : entry.getValue())));
    }

    private static Set<String> networks(ComposeFile deployment, String service) {
        Object networks = deployment.service(service).get("networks");
        return networks instanceof Map<?, ?> withAliases
                ? withAliases.keySet().stream().map(String::valueOf).collect(Collectors.toSet())
                : Set.copyOf(list(networks));
    }

    private static List<String> list(@Nullable Object value) {
        return value instanceof Collection<?> several
                ? several.stream().map(String::valueOf).toList()
                : Collections.emptyList();
    }

    private static double megabytes(Map<String, Object> service) {
        String limit = String.valueOf(service.get("mem_limit"));
        double number = Double.parseDouble(limit.substring(0, limit.length() - 1));
        return limit.endsWith("g") ? number * 1024 : number;
    }

    /** The names, in the environment, of all settings of that record. */
    private static Set<String> settings(Class<?> type, String prefix) {
        if (!type.isRecord()) {
            return Set.of(prefix);
        }
        return Arrays.stream(type.getRecordComponents())
                .flatMap((RecordComponent component) ->
                        settings(
                                component.getType(),
                                prefix + "_" + component.getName().toUpperCase(Locale.ROOT))
                                .stream())
                .collect(Collectors.toSet());
    }
}
