package io.rocketbots.onboarding.operations.history;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.launch.domain.ResolverDown;
import io.rocketbots.onboarding.operations.history.Incidents.Retry;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class IncidentsJdbcTest {

    private final Track track;
    private final Step step;

    IncidentsJdbcTest(TestDatabase database) {
        track = new Track(database);
        step = track.step("Task_CreateAccount");
    }

    @AfterEach
    void close() {
        track.close();
    }

    @Test
    void tellsTheTeamWhatFailedAndWhatTheApplicantDoesNotGet() {
        incidents().stopped(step, new IllegalStateException("bea@bakery.example is not there"));

        assertThat(incidents().open()).singleElement().satisfies(incident -> {
            assertThat(incident.step()).isEqualTo("Create account");
            assertThat(incident.what()).contains("IllegalStateException").doesNotContain("bea@bakery.example");
            assertThat(incident.meaning()).contains("has no account");
        });
        assertThat(track.milestones())
                .singleElement()
                .asString()
                .contains("The step “Create account” has failed and stands still.", "has no account")
                .doesNotContain("bea@bakery.example");
        assertThat(incidents().open()).hasSize(1);
    }

    @Test
    void saysWhoseFaultASilentResolverIs() {
        incidents().stopped(step, new ResolverDown("127.0.0.1", new IllegalStateException()));

        assertThat(incidents().open()).singleElement().satisfies(incident -> {
            assertThat(incident.what()).isEqualTo("Our own DNS resolver does not answer.");
            assertThat(incident.advice()).contains("onboarding.dns.resolver");
        });
    }

    @Test
    void aStepThatFailsAgainAfterSomebodyLetItGoInOperateIsTheSameIncident() {
        incidents().stopped(step, new IllegalStateException());
        UUID first = incidents().open().getFirst().id();
        track.clock.advance(Duration.ofHours(1));

        incidents().stopped(step, new IllegalArgumentException());

        assertThat(incidents().open()).singleElement().satisfies(incident -> {
            assertThat(incident.id()).isEqualTo(first);
            assertThat(incident.fault()).isEqualTo("IllegalArgumentException");
            assertThat(incident.failedAt()).isEqualTo(track.clock.instant());
        });
        assertThat(track.milestones()).hasSize(2);
    }

    @Test
    void isNoneAnyMoreOnceTheStepWasDoneAfterAll() {
        incidents().stopped(step, new IllegalStateException());

        track.ends(step, Outcome.done());

        assertThat(incidents().open()).isEmpty();
    }

    @Test
    void isOneWhenItsJobWasDoneAndCameOnceMore() {
        track.ends(step, Outcome.done());

        incidents().stopped(step, new IllegalStateException());

        assertThat(incidents().open())
                .singleElement()
                .satisfies(incident -> assertThat(incident.step()).isEqualTo("Create account"));
        assertThat(track.milestones()).singleElement().asString().contains("has failed and stands still");
        track.ends(step, Outcome.done());
        assertThat(incidents().open()).isEmpty();
        assertThat(track.the(StepVisits.class).of(track.application.value(), List.of()))
                .singleElement()
                .satisfies(visit -> assertThat(visit.nth()).isEqualTo(1));
    }

    @Test
    void putsOneMessageForTheEngineHoweverOftenRetryIsPressed() {
        incidents().stopped(step, new IllegalStateException());
        UUID id = incidents().open().getFirst().id();

        assertThat(incidents().retry(id, "Olga Ops")).isEqualTo(Retry.ASKED_FOR);
        assertThat(incidents().retry(id, "Otto Ops")).isEqualTo(Retry.ASKED_FOR_ALREADY);

        assertThat(retries()).isEqualTo(1);
        assertThat(incidents().open())
                .singleElement()
                .satisfies(incident -> assertThat(incident.retryBy()).isEqualTo("Olga Ops"));
        assertThat(track.milestones()).last().asString().contains("Lets the step “Create account” be tried again.");
    }

    @Test
    void ofTwoWhoPressRetryAtOnceOneIsTold() throws Exception {
        incidents().stopped(step, new IllegalStateException());
        UUID id = incidents().open().getFirst().id();

        try (ExecutorService people = Executors.newFixedThreadPool(2)) {
            Callable<Retry> press = () -> incidents().retry(id, "Olga Ops");
            List<Retry> answers = people.invokeAll(List.of(press, press)).stream()
                    .map(Future::resultNow)
                    .toList();
            assertThat(answers).containsExactlyInAnyOrder(Retry.ASKED_FOR, Retry.ASKED_FOR_ALREADY);
        }
        assertThat(retries()).isEqualTo(1);
    }

    @Test
    void isOverOnceTheEngineGivesTheStepOutAgain() {
        incidents().stopped(step, new IllegalStateException());
        UUID id = incidents().open().getFirst().id();
        incidents().retry(id, "Olga Ops");

        incidents().retried(id);

        assertThat(incidents().open()).isEmpty();
        assertThat(incidents().retry(id, "Otto Ops")).isEqualTo(Retry.OVER);
    }

    @Test
    void canBeTriedAgainAfterTheEngineRefused() {
        incidents().stopped(step, new IllegalStateException());
        UUID id = incidents().open().getFirst().id();
        incidents().retry(id, "Olga Ops");

        incidents().refused(id);

        assertThat(track.milestones()).last().asString().contains("The engine refused");
        assertThat(incidents().retry(id, "Otto Ops")).isEqualTo(Retry.ASKED_FOR);
    }

    private int retries() {
        return track.jdbc()
                .sql("SELECT COUNT(*) FROM outbox WHERE message_type = :type")
                .param("type", Outbox.RETRY_STEP)
                .query(Integer.class)
                .single();
    }

    private Incidents incidents() {
        return track.the(Incidents.class);
    }
}
