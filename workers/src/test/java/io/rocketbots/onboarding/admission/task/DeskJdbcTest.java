package io.rocketbots.onboarding.admission.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.DecideTask.OwnCompany;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.process.TaskKind;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class DeskJdbcTest {

    private final Desk desk;
    private final Application application;
    private final Task task;

    DeskJdbcTest(TestDatabase database) {
        desk = new Desk(database);
        application = desk.application();
        task = desk.review(application);
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void aClaimShowsOthersWhoIsAtIt() {
        desk.the(ClaimTask.class).claim(task.id(), desk.rita.id());

        assertThatThrownBy(() -> desk.the(ClaimTask.class).claim(task.id(), desk.ron.id()))
                .isInstanceOf(Task.ClaimedAlready.class);
    }

    @Test
    void onlyALeadReleasesWhatSomebodyElseHasClaimed() {
        desk.the(ClaimTask.class).claim(task.id(), desk.rita.id());

        assertThatThrownBy(() -> desk.the(ReleaseTask.class).release(task.id(), desk.ron.id(), false))
                .isInstanceOf(Task.ClaimedAlready.class);
        desk.the(ReleaseTask.class).release(task.id(), desk.lena.id(), true);

        assertThat(reloaded().claim()).isNull();
    }

    @Test
    void lookingAtATaskKeepsTheClaimOfWhoeverHasIt() {
        desk.the(ClaimTask.class).claim(task.id(), desk.rita.id());
        desk.clock.advance(Duration.ofHours(3));

        desk.the(ClaimTask.class).keepAlive(task.id(), desk.rita.id());
        desk.the(ClaimTask.class).keepAlive(task.id(), desk.ron.id());

        desk.clock.advance(Duration.ofHours(3));
        assertThat(reloaded().claimedBy(desk.clock.instant(), Duration.ofHours(4)))
                .contains(desk.rita.id());
    }

    @Test
    void aDecisionOfTheConsoleIsHeldBackForTheTimeToUndoIt() {
        desk.the(DecideTask.class).decide(task.id(), desk.rita, "approve", Map.of());

        assertThat(desk.outbox())
                .containsExactly("review-decided " + application.id().value() + ":1");
        assertThat(desk.the(TaskDecisions.class).get(task.id()).isRecorded()).isFalse();
    }

    @Test
    void aColleagueOfTheApplicantDoesNotDecide() {
        Application ours =
                desk.the(Applications.class).save(desk.application().correctEmail("someone@ROCKETBOTS.example"));
        Task review = desk.task(desk.openReview(ours, 2).taskId());

        assertThatThrownBy(() -> desk.the(DecideTask.class).decide(review.id(), desk.rita, "approve", Map.of()))
                .isInstanceOf(OwnCompany.class);
    }

    @Test
    void nothingIsDecidedAboutAnApplicationThatWasTakenBack() {
        desk.inTransaction(() -> desk.the(Applications.class).save(application.requestCancel()));

        assertThatThrownBy(() -> desk.the(DecideTask.class).decide(task.id(), desk.rita, "approve", Map.of()))
                .isInstanceOf(Task.NotOpen.class);
    }

    @Test
    void nothingIsDecidedAboutAClosedTask() {
        desk.inTransaction(() -> {
            desk.the(SettleDecision.class).close(application.id(), TaskKind.REVIEW);
            return true;
        });

        assertThat(reloaded().state()).isEqualTo(TaskState.CANCELLED);
        assertThatThrownBy(() -> desk.the(DecideTask.class).decide(task.id(), desk.rita, "approve", Map.of()))
                .isInstanceOf(Task.NotOpen.class);
    }

    @Test
    void closesOnlyTheKindsThatAreNamed() {
        desk.inTransaction(() -> {
            desk.the(SettleDecision.class).close(application.id(), TaskKind.CALL);
            return true;
        });

        assertThat(reloaded().isOpen()).isTrue();
    }

    @Test
    void keepsCommentsInTheirOrder() {
        desk.the(AddComment.class).add(task.id(), desk.rita, "Looks good.");
        desk.clock.advance(Duration.ofMinutes(1));
        desk.the(AddComment.class).add(task.id(), desk.ron, "Agreed.");

        assertThat(desk.the(TaskComments.class).ofCase(task.applicationId()))
                .extracting(TaskComment::authorName, TaskComment::text)
                .containsExactly(tuple("Rita Reviewer", "Looks good."), tuple("Ron Reviewer", "Agreed."));
    }

    @Test
    void offersTheDecisionsOfEachForm() {
        TaskForms forms = desk.the(TaskForms.class);

        assertThat(forms.labelOf(TaskKind.REVIEW, "request-information")).isEqualTo("Request Information");
        assertThat(forms.labelOf(TaskKind.INTRODUCTION, "introduced")).isEqualTo("Mark as Introduced");
        assertThat(forms.choices(TaskKind.DOMAIN_HELP)).hasSize(2);
    }

    private Task reloaded() {
        return desk.task(task.id().value());
    }
}
