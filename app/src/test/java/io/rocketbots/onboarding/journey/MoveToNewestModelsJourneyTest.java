package io.rocketbots.onboarding.journey;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.rocketbots.onboarding.local.sample.SampleAccounts;
import io.rocketbots.onboarding.process.Models;
import io.rocketbots.onboarding.process.ProcessId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A case that began with a model of yesterday, whose rejection makes jobs that nobody works on any more, is taken along by
 * Operations and comes to its end, with the real engine.
 */
@WholeApplication
class MoveToNewestModelsJourneyTest {

    private static final String PRESENT = "type=\"notify-rejection\"";
    private static final String YESTERDAY = "type=\"notify-rejection-as-yesterday\"";
    private static final Pattern CASE = Pattern.compile("/team/applications/[0-9a-f-]{36}");

    @Autowired
    private Environment environment;

    @Autowired
    private CamundaClient client;

    @Autowired
    private JdbcClient jdbc;

    private URI baseUrl = URI.create("http://localhost");

    @BeforeEach
    void deployYesterdaysModel() throws IOException {
        baseUrl = URI.create(environment.getRequiredProperty("onboarding.base-url"));
        deploy(model -> model.replace(PRESENT, YESTERDAY));
    }

    @AfterEach
    void deployThePresentModelForOtherTests() throws IOException {
        deploy(model -> model);
    }

    @Test
    void operationsTakeARunningCaseAlong() throws IOException {
        Company company = Company.named("Yesterday Support");
        company.apply(baseUrl);
        Desk desk = new Desk(baseUrl);
        String review = desk.awaitTask(company.name(), "Review application");
        deploy(model -> model);

        Visitor ops = new Visitor(baseUrl);
        ops.signIn("ops@rocketbots.localhost", SampleAccounts.PASSWORD);
        String page = ops.send("/team/ops/models", "/team/ops/models/move", Map.of());

        // Other tests of this engine may have left a case between two branches, which the engine does not move.
        assertThat(page).contains("moved").doesNotContain(caseOf(review, baseUrl));
        desk.decide(review, "reject", "We have no room for another one this year.");
        company.mailbox(baseUrl).await("About your application");
    }

    private static String caseOf(String task, URI baseUrl) {
        return CASE.matcher(Visitor.reviewer(baseUrl).open(task))
                .results()
                .findFirst()
                .orElseThrow()
                .group();
    }

    private void deploy(UnaryOperator<String> change) throws IOException {
        DeployResourceCommandStep2 command = null;
        for (String name : Models.resources()) {
            try (InputStream file = getClass().getClassLoader().getResourceAsStream(name)) {
                byte[] content = Objects.requireNonNull(file, name).readAllBytes();
                byte[] changed = name.equals(ProcessId.RESELLER_ONBOARDING.id() + ".bpmn")
                        ? change.apply(new String(content, UTF_8)).getBytes(UTF_8)
                        : content;
                command = command == null
                        ? client.newDeployResourceCommand().addResourceBytes(changed, name)
                        : command.addResourceBytes(changed, name);
            }
        }
        Objects.requireNonNull(command).send().join().getProcesses().stream()
                .filter(process -> process.getBpmnProcessId().equals(ProcessId.RESELLER_ONBOARDING.id()))
                .forEach(process -> record(process.getVersion()));
    }

    /** As a release does that deploys a model: this one has the same elements as the one before it. */
    private void record(int version) {
        jdbc.sql("""
                INSERT INTO process_model (process_id, version, element_ids)
                SELECT process_id, :version, element_ids FROM process_model
                WHERE process_id = :process AND version < :version ORDER BY version DESC LIMIT 1
                ON CONFLICT DO NOTHING
                """)
                .param("process", ProcessId.RESELLER_ONBOARDING.id())
                .param("version", version)
                .update();
    }
}
