package io.rocketbots.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.local.engine.EngineProxy;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The application is killed with -9, and its engine with it or cut off from it, while cases are under way: nothing is lost,
 * nothing comes twice.
 */
class SurvivesKillsJourneyTest {

    private static ApplicationProcess application;
    private static EngineProxy engine;
    private static URI baseUrl;

    @BeforeAll
    static void start() throws IOException {
        Map<String, Object> settings = OwnPortsAndData.settings();
        engine = EngineProxy.before(URI.create("http://127.0.0.1:" + settings.get("onboarding.local.engine.port")));
        settings.put("onboarding.engine.address", engine.address());
        application = ApplicationProcess.start(settings);
        baseUrl = application.baseUrl();
    }

    @AfterAll
    static void stop() {
        application.close();
        engine.close();
    }

    @AfterEach
    void mend() throws IOException {
        engine.mend();
    }

    @Test
    void peopleSubmitAndDecideWhileTheEngineIsDown() throws IOException {
        Company decided = Company.named("Decided Meanwhile");
        Company submitted = Company.named("Submitted Meanwhile");
        Desk desk = new Desk(baseUrl);
        decided.apply(baseUrl);
        String task = desk.awaitTask(decided.name(), "Review application");

        engine.cut();
        desk.decide(task, "reject", "We have a partner there already.");
        submitted.apply(baseUrl);
        submitted.apply(baseUrl);
        engine.mend();

        decided.mailbox(baseUrl).await("About your application");
        desk.awaitTask(submitted.name(), "Review application");
        afterEverythingElse(desk);
        assertThat(decided.mailbox(baseUrl).all("About your application")).hasSize(1);
        assertThat(desk.tasks("done", decided.name())).hasSize(1);
        assertThat(submitted.mailbox(baseUrl).all("We have received your application"))
                .hasSize(1);
        assertThat(desk.tasks("open", submitted.name())).hasSize(1);
    }

    @Test
    void aCaseGoesOnAfterApplicationAndEngineWereKilled() {
        Company company = Company.named("Hard Times");
        company.apply(baseUrl);
        URI progress = company.mailbox(baseUrl)
                .await("We have received your application")
                .link("/applications/");
        Desk desk = new Desk(baseUrl);
        String task = desk.awaitTask(company.name(), "Review application");

        desk.decide(task, "request-information", "Who answers your customers at night?");
        application.kill();
        application.startAgain();

        company.mailbox(baseUrl).await("We have a question about your application");
        new Visitor(baseUrl)
                .send(progress.getPath(), progress.getPath() + "/answer", Map.of("answer", "My brother does."));
        application.kill();
        application.startAgain();

        String second = desk.awaitTask(company.name(), "Review application");
        assertThat(second).isNotEqualTo(task);
        desk.decide(second, "approve", "");
        company.mailbox(baseUrl).await("Welcome to the Rocketbots Reseller Program");
        afterEverythingElse(desk);
        assertThat(company.mailbox(baseUrl).all("We have a question about your application"))
                .hasSize(1);
        assertThat(company.mailbox(baseUrl).all("Welcome to the Rocketbots Reseller Program"))
                .hasSize(1);
    }

    /** When a case that came later stands in the list, whatever would have come twice has come. */
    private static void afterEverythingElse(Desk desk) {
        Company last = Company.named("Last " + Long.toString(System.nanoTime(), 36));
        last.apply(baseUrl);
        desk.awaitTask(last.name(), "Review application");
    }
}
