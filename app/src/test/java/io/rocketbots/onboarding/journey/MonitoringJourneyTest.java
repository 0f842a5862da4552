package io.rocketbots.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.deploy.Needs;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.client.RestClient;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Dashboard and alert rules speak of metrics that the running application really tells. */
@WholeApplication
class MonitoringJourneyTest {

    private static final Path MONITORING = Path.of("../deploy/monitoring");
    private static final Path RUNBOOK = Path.of("../docs/operating.md");
    /** What Prometheus itself knows of a target. */
    private static final Set<String> OF_PROMETHEUS = Set.of("up", "ALERTS");
    /** Labels that Prometheus adds. */
    private static final Set<String> ADDED_LABELS = Set.of("instance", "job", "alertname", "alertstate");
    /** Values that are told only once something went wrong. */
    private static final Set<String> ONLY_IN_TROUBLE =
            Set.of("result=retried", "result=incident", "outcome=SERVER_ERROR");

    @Autowired
    private Environment environment;

    @Test
    void everyMetricAndLabelOfDashboardAndRulesIsToldByTheApplication() throws IOException {
        doOneOfEverything();
        Scrape scrape = Awaitility.await("the metrics of jobs")
                .atMost(Mailbox.PATIENCE)
                .pollInterval(Duration.ofSeconds(1))
                .until(
                        this::scrape,
                        told -> told.has("onboarding_job_seconds_count")
                                && told.has("onboarding_mail_send_seconds_count")
                                && told.has("onboarding_outbox_send_seconds_count"));

        List<String> wrong = new ArrayList<>();
        for (String expression : Stream.concat(rules().stream().map(Rule::expression), dashboardExpressions().stream())
                .toList()) {
            for (PromQl.Selector selector : PromQl.selectors(expression)) {
                wrong.addAll(scrape.missing(selector, expression));
            }
        }

        assertThat(wrong).isEmpty();
    }

    @Test
    void everyAlertHasASectionInTheRunbookAndEverySectionAnAlert() throws IOException {
        List<String> headings = Files.readAllLines(RUNBOOK).stream()
                .filter(line -> line.startsWith("### "))
                .map(line -> line.substring(4).strip())
                .toList();

        assertThat(headings)
                .containsExactlyInAnyOrderElementsOf(
                        rules().stream().map(Rule::alert).toList());
        assertThat(rules()).allSatisfy(rule -> {
            assertThat(rule.annotations().get("runbook"))
                    .isEqualTo("docs/operating.md#" + rule.alert().toLowerCase(java.util.Locale.ROOT));
            assertThat(rule.annotations().get("summary")).endsWith(".");
            assertThat(rule.severity()).isIn("page", "ticket");
        });
    }

    @Test
    @Needs(value = "promtool", from = "prometheus")
    void prometheusTakesTheRules() throws Exception {
        assertThat(promtool("check", "rules", MONITORING.resolve("alerts.yml").toString()))
                .contains("SUCCESS");
        assertThat(promtool(
                        "check", "config", MONITORING.resolve("prometheus.yml").toString()))
                .contains("SUCCESS");
        assertThat(promtool(
                        "test", "rules", MONITORING.resolve("alerts-test.yml").toString()))
                .contains("SUCCESS");
    }

    @Test
    void prometheusTakesTheMetricsInItsOwnFormatToo() {
        String openMetrics = RestClient.create(internal())
                .get()
                .uri("/actuator/prometheus")
                .header(HttpHeaders.ACCEPT, "application/openmetrics-text;version=1.0.0,text/plain;version=0.0.4;q=0.5")
                .retrieve()
                .requiredBody(String.class);

        assertThat(openMetrics).endsWith("# EOF\n");
        // Exemplars, which some versions of Prometheus refuse, together with all the rest.
        assertThat(openMetrics).doesNotContain(" # {");
    }

    @Test
    void theDashboardIsLaidOutForReading() throws IOException {
        List<JsonNode> panels = dashboard().path("panels").values().stream().toList();
        Set<Integer> ids = new HashSet<>();
        Set<String> taken = new HashSet<>();

        for (JsonNode panel : panels) {
            String title = panel.path("title").asString();
            JsonNode place = panel.path("gridPos");
            assertThat(ids.add(panel.path("id").intValue()))
                    .as("id of %s", title)
                    .isTrue();
            assertThat(place.path("x").intValue() + place.path("w").intValue())
                    .as("right edge of %s", title)
                    .isBetween(1, 24);
            for (int x = 0; x < place.path("w").intValue(); x++) {
                for (int y = 0; y < place.path("h").intValue(); y++) {
                    assertThat(taken.add((place.path("x").intValue() + x) + ","
                                    + (place.path("y").intValue() + y)))
                            .as("%s lies on another panel", title)
                            .isTrue();
                }
            }
            if (!panel.path("type").asString().equals("row")) {
                assertThat(panel.path("description").asString())
                        .as("description of %s", title)
                        .endsWith(".");
                assertThat(panel.at("/fieldConfig/defaults/unit").asString())
                        .as("unit of %s", title)
                        .isNotEmpty();
                assertThat(panel.at("/datasource/uid").asString()).isEqualTo("${datasource}");
            }
        }
        assertThat(dashboard().at("/templating/list").values().stream()
                        .map(variable -> variable.path("name").asString()))
                .containsExactly("datasource", "instance");
    }

    @Test
    void healthAndMetricsAreToldOnTheInternalPortOnly() {
        RestClient inside = RestClient.create(internal());
        RestClient outside = RestClient.builder()
                .baseUrl(environment.getRequiredProperty("onboarding.base-url"))
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();

        assertThat(inside.get().uri("/actuator/health/readiness").retrieve().requiredBody(String.class))
                .contains("\"status\":\"UP\"");
        for (String path :
                List.of("/actuator", "/actuator/health", "/actuator/health/liveness", "/actuator/prometheus")) {
            assertThat(outside.get().uri(path).retrieve().toBodilessEntity().getStatusCode())
                    .as(path)
                    .isEqualTo(HttpStatus.NOT_FOUND);
        }
    }

    /** So that there is a metric of each kind of work. */
    private void doOneOfEverything() {
        URI baseUrl = URI.create(environment.getRequiredProperty("onboarding.base-url"));
        Company company = Company.named("Measured Bots");
        company.apply(baseUrl);
        company.mailbox(baseUrl).await("We have received your application");
        // Collectors of garbage tell nothing before they have run.
        System.gc();
    }

    private String internal() {
        return "http://localhost:" + environment.getRequiredProperty("onboarding.internal-port");
    }

    private Scrape scrape() {
        return Scrape.of(RestClient.create(internal())
                .get()
                .uri("/actuator/prometheus")
                .retrieve()
                .requiredBody(String.class));
    }

    private record Rule(String alert, String expression, String severity, Map<String, String> annotations) {}

    private static List<Rule> rules() throws IOException {
        Object file = new Yaml().load(Files.readString(MONITORING.resolve("alerts.yml")));
        List<Rule> rules = new ArrayList<>();
        for (JsonNode group : new JsonMapper().<JsonNode>valueToTree(file).path("groups")) {
            for (JsonNode rule : group.path("rules")) {
                rules.add(new Rule(
                        rule.path("alert").asString(),
                        rule.path("expr").asString(),
                        rule.path("labels").path("severity").asString(""),
                        rule.path("annotations").properties().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        entry -> entry.getValue().asString()))));
            }
        }
        return rules;
    }

    private static JsonNode dashboard() throws IOException {
        return new JsonMapper().readTree(Files.readString(MONITORING.resolve("dashboard.json")));
    }

    private static List<String> dashboardExpressions() throws IOException {
        List<String> expressions = dashboard().findValuesAsString("expr");
        assertThat(expressions).hasSizeGreaterThan(40);
        return expressions;
    }

    /** The names, and of each the values of its labels, that were told. */
    private record Scrape(Map<String, Map<String, Set<String>>> told) {

        static Scrape of(String text) {
            Map<String, Map<String, Set<String>>> told = new java.util.HashMap<>();
            text.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
                String series = line.substring(0, line.lastIndexOf(' '));
                PromQl.Selector selector = PromQl.selectors(series).getFirst();
                Map<String, Set<String>> labels =
                        told.computeIfAbsent(selector.metric(), unseen -> new java.util.HashMap<>());
                selector.matchers()
                        .forEach(matcher -> labels.computeIfAbsent(matcher.label(), unseen -> new HashSet<>())
                                .add(matcher.value()));
                labels.putIfAbsent("", Set.of());
            });
            return new Scrape(told);
        }

        boolean has(String metric) {
            return told.containsKey(metric);
        }

        List<String> missing(PromQl.Selector selector, String expression) {
            if (OF_PROMETHEUS.contains(selector.metric())) {
                return List.of();
            }
            Map<String, Set<String>> labels = told.get(selector.metric());
            if (labels == null) {
                return List.of("no metric " + selector.metric() + " in " + expression);
            }
            List<String> missing = new ArrayList<>();
            for (PromQl.Matcher matcher : selector.matchers()) {
                Set<String> values = labels.get(matcher.label());
                if (ADDED_LABELS.contains(matcher.label())) {
                    continue;
                }
                if (values == null) {
                    missing.add("no label " + matcher.label() + " of " + selector.metric() + " in " + expression);
                } else if (matcher.isExact()
                        && !values.contains(matcher.value())
                        && !ONLY_IN_TROUBLE.contains(matcher.label() + "=" + matcher.value())) {
                    missing.add("no " + matcher.label() + "=" + matcher.value() + " of " + selector.metric() + " in "
                            + expression);
                }
            }
            for (String label : PromQl.groupedBy(expression)) {
                if (!labels.containsKey(label) && !ADDED_LABELS.contains(label)) {
                    missing.add("no label " + label + " of " + selector.metric() + " in " + expression);
                }
            }
            return missing;
        }
    }

    private static String promtool(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("promtool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(said).isZero();
        return said;
    }
}
