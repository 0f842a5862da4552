package io.rocketbots.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.grpc.Status;
import io.rocketbots.onboarding.OnboardingApplication;
import io.rocketbots.onboarding.local.engine.EngineProxy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.MapPropertySource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * The engine refuses, is deaf or slow, or its answers are lost after it did what was asked, while people submit and decide:
 * nobody notices more than that it takes a while, nothing is lost, nothing comes twice.
 */
@SpringBootTest(classes = OnboardingApplication.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@ActiveProfiles("local")
@DirtiesContext
@ContextConfiguration(initializers = EngineInTroubleJourneyTest.ThroughTheProxy.class)
class EngineInTroubleJourneyTest {

    private static final String ANY = "";
    private static final String MESSAGE = "PublishMessage";
    private static final String JOB = "CompleteJob";

    private static final Map<String, Object> SETTINGS = OwnPortsAndData.settings();
    private static final EngineProxy ENGINE = proxy();

    private final URI baseUrl = URI.create("http://localhost:" + SETTINGS.get("server.port"));

    @Autowired
    private JdbcClient jdbc;

    private static EngineProxy proxy() {
        try {
            return EngineProxy.before(URI.create("http://127.0.0.1:" + SETTINGS.get("onboarding.local.engine.port")));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Has the application go to its engine through the proxy. */
    @Order(Ordered.HIGHEST_PRECEDENCE)
    static final class ThroughTheProxy implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            Map<String, Object> settings = new HashMap<>(SETTINGS);
            settings.put("onboarding.engine.address", ENGINE.address());
            context.getEnvironment()
                    .getPropertySources()
                    .addFirst(new MapPropertySource("own ports and data, through a proxy", settings));
        }
    }

    @AfterAll
    static void close() {
        ENGINE.close();
    }

    @AfterEach
    void mend() throws IOException {
        ENGINE.mend();
    }

    /** What befalls the calls, and how many of which must have met it before all is well again. */
    enum Trouble {
        OVERLOADED(MESSAGE, 2),
        AWAY(MESSAGE, 2),
        OUT_OF_TIME(MESSAGE, 2),
        REFUSES_RESULTS(JOB, 2),
        // Each of them costs the whole time that the client waits.
        DEAF(MESSAGE, 1),
        SLOW(JOB, 2),
        LOSES_THAT_IT_TOOK_A_MESSAGE(MESSAGE, 2),
        LOSES_THAT_IT_TOOK_A_RESULT(JOB, 2);

        private final String method;
        private final int calls;

        Trouble(String method, int calls) {
            this.method = method;
            this.calls = calls;
        }

        void begin() {
            switch (this) {
                case OVERLOADED -> ENGINE.refuse(ANY, Status.Code.RESOURCE_EXHAUSTED);
                case AWAY -> ENGINE.refuse(ANY, Status.Code.UNAVAILABLE);
                case OUT_OF_TIME -> ENGINE.refuse(MESSAGE, Status.Code.DEADLINE_EXCEEDED);
                case REFUSES_RESULTS -> ENGINE.refuse(JOB, Status.Code.UNAVAILABLE);
                case DEAF -> ENGINE.beDeaf();
                case SLOW -> ENGINE.beSlow(Duration.ofMillis(300));
                case LOSES_THAT_IT_TOOK_A_MESSAGE -> ENGINE.loseAnswers(MESSAGE, Status.Code.UNAVAILABLE);
                case LOSES_THAT_IT_TOOK_A_RESULT -> ENGINE.loseAnswers(JOB, Status.Code.DEADLINE_EXCEEDED);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void goesOnWhereItWas(Trouble trouble) throws IOException {
        Company decided = Company.named("Decided While " + trouble);
        Company submitted = Company.named("Submitted While " + trouble);
        Desk desk = new Desk(baseUrl);
        decided.apply(baseUrl);
        String task = desk.awaitTask(decided.name(), "Review application");

        ENGINE.troubled().clear();
        trouble.begin();
        desk.decide(task, "reject", "We have a partner there already.");
        submitted.apply(baseUrl);
        Awaitility.await("calls that meet the trouble")
                .atMost(Mailbox.PATIENCE)
                .until(() -> ENGINE.troubled().stream()
                                .filter(trouble.method::equals)
                                .count()
                        >= trouble.calls);
        ENGINE.mend();

        decided.mailbox(baseUrl).await("About your application");
        desk.awaitTask(submitted.name(), "Review application");
        assertThat(decided.mailbox(baseUrl).all("About your application")).hasSize(1);
        assertThat(desk.tasks("done", decided.name())).hasSize(1);
        assertThat(submitted.mailbox(baseUrl).all("We have received your application"))
                .hasSize(1);
        assertThat(desk.tasks("open", submitted.name())).hasSize(1);
        assertThat(DoubledRows.in(jdbc)).isEmpty();
        assertThat(left()).isEmpty();
    }

    /** What stands still. */
    private List<String> left() {
        return jdbc.sql("""
                SELECT message_type FROM outbox WHERE parked_at IS NOT NULL
                UNION ALL SELECT element_id FROM step_incident
                """).query(String.class).list();
    }
}
