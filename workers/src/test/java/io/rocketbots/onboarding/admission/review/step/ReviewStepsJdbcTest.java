package io.rocketbots.onboarding.admission.review.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.Questions;
import io.rocketbots.onboarding.admission.review.ProvideInformation;
import io.rocketbots.onboarding.admission.task.Desk;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.lifecycle.termination.CancelOnboarding;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForApplication;
import io.rocketbots.onboarding.process.Variables.ForDecision;
import io.rocketbots.onboarding.process.Variables.ForTask;
import io.rocketbots.onboarding.process.Variables.InformationRequested;
import io.rocketbots.onboarding.process.Variables.ReviewOpened;
import io.rocketbots.onboarding.process.Variables.WaitEnded;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class ReviewStepsJdbcTest {

    private final Desk desk;
    private final Application application;
    private final UUID id;

    ReviewStepsJdbcTest(TestDatabase database) {
        desk = new Desk(database);
        application = desk.application();
        id = application.id().value();
    }

    @AfterEach
    void close() {
        desk.close();
    }

    @Test
    void opensOneReviewAVisitDueWhenTheClockSays() {
        ReviewOpened first = desk.openReview(application, 1);
        ReviewOpened again = desk.openReview(application, 1);

        assertThat(again).isEqualTo(first);
        assertThat(first.reviewRound()).isEqualTo(1);
        assertThat(first.reviewDeadline()).isEqualTo(in(72));
        assertThat(first.reviewRemindAt()).isEqualTo(in(48));
        assertThat(desk.the(Tasks.class).findByApplicationIdOrderByOpenedAt(application.id()))
                .hasSize(1);
        assertThat(desk.mails(application.id())).containsExactly("new-applications rita", "new-applications ron");
    }

    @Test
    void anAnswerGoesToWhoeverAskedWithAtLeastADayLeft() {
        askIn(1);
        desk.clock.advance(Duration.ofDays(10));
        desk.the(ProvideInformation.class).provide(application.id(), "Twenty shops.");

        ReviewOpened second = desk.openReview(desk.application(application.id()), 2);

        Task task = desk.task(second.taskId());
        assertThat(task.answered()).isTrue();
        assertThat(task.claimedBy(desk.clock.instant(), Duration.ofHours(4))).contains(desk.rita.id());
        assertThat(second.reviewRound()).isEqualTo(2);
        assertThat(second.reviewDeadline()).isEqualTo(in(10 * 24 + 72));
        assertThat(desk.mails(application.id())).endsWith("answer-received rita");
    }

    @Test
    void aReminderIsNeverDueBeforeTheReviewIsOpen() {
        desk.clock.advance(Duration.ofHours(60));

        ReviewOpened late = desk.openReview(application, 1);

        assertThat(late.reviewRemindAt()).isEqualTo(in(66));
    }

    @Test
    void remindsTheReviewersOnceAVisit() {
        ForTask review = new ForTask(desk.openReview(application, 1).taskId());

        desk.done(JobTypes.REMIND_REVIEWERS, review, 2);
        desk.done(JobTypes.REMIND_REVIEWERS, review, 2);

        assertThat(desk.mails(application.id()))
                .filteredOn(mail -> mail.startsWith("review-reminder"))
                .containsExactly("review-reminder rita", "review-reminder ron");
    }

    @Test
    void tellsLeadAndApplicantOnceThatTheDeadlineIsMissed() {
        ForTask review = new ForTask(desk.openReview(application, 1).taskId());

        desk.done(JobTypes.ESCALATE_REVIEW, review, 2);
        desk.done(JobTypes.ESCALATE_REVIEW, review, 2);

        assertThat(desk.application(application.id()).overdue()).isTrue();
        assertThat(desk.task(review.taskId()).overdue()).isTrue();
        assertThat(desk.mails(application.id()))
                .endsWith("review-overdue lena", "application-takes-longer applicant")
                .hasSize(4);
        assertThat(desk.timeline(application.id())).hasSize(1);
    }

    @Test
    void aDecidedReviewIsNotEscalated() {
        Task review = desk.review(application);
        desk.record(review, Desk.answer("approve", "R1", null));

        desk.done(JobTypes.ESCALATE_REVIEW, new ForTask(review.id().value()), 2);

        assertThat(desk.application(application.id()).overdue()).isFalse();
    }

    @Test
    void asksTheApplicantOnceAndStopsTheClock() {
        Task review = askIn(1);

        InformationRequested again = desk.done(
                JobTypes.REQUEST_INFORMATION, new ForDecision(id, review.id().value()), 5);

        assertThat(again.informationProvided()).isFalse();
        Application asked = desk.application(application.id());
        assertThat(asked.state()).isEqualTo(ApplicationState.WAITING_FOR_APPLICANT);
        assertThat(asked.reviewClock().isPaused()).isTrue();
        assertThat(desk.the(Questions.class).findByApplicationIdOrderByRound(application.id()))
                .singleElement()
                .satisfies(question -> assertThat(question.text()).isEqualTo("How many shops?"));
        assertThat(desk.mails(application.id()))
                .filteredOn(mail -> mail.startsWith("information"))
                .containsExactly("information-requested applicant");
    }

    @Test
    void mailsTheQuestionThoughItWasAnsweredBeforeItsMailWentOut() {
        askIn(1);
        Map<String, String> ids = Map.of("round", "1");
        assertThat(desk.words(MailTemplate.INFORMATION_REQUESTED, application.id(), ids))
                .hasValueSatisfying(words -> assertThat(words).containsEntry("answered", false));

        desk.the(ProvideInformation.class).provide(application.id(), "Twenty.");

        assertThat(desk.words(MailTemplate.INFORMATION_REQUESTED, application.id(), ids))
                .hasValueSatisfying(words ->
                        assertThat(words).containsEntry("answered", true).containsEntry("question", "How many shops?"));
        assertThat(desk.words(MailTemplate.INFORMATION_REMINDER, application.id(), ids))
                .isEmpty();
    }

    @Test
    void saysWhenTheAnswerIsThereAlready() {
        Task review = askIn(1);
        desk.the(ProvideInformation.class).provide(application.id(), "Twenty.");

        InformationRequested again = desk.done(
                JobTypes.REQUEST_INFORMATION, new ForDecision(id, review.id().value()), 5);

        assertThat(again.informationProvided()).isTrue();
    }

    @Test
    void anAnswerLetsTheClockGoOnAndTellsTheProcess() {
        askIn(1);
        desk.clock.advance(Duration.ofHours(5));

        desk.the(ProvideInformation.class).provide(application.id(), "Twenty.");

        assertThat(desk.application(application.id()).reviewClock().reviewDeadline())
                .isEqualTo(in(77));
        assertThat(desk.outbox()).containsExactly("information-provided " + id + ":1");
    }

    @Test
    void refusesAnAnswerNobodyAskedForOrThatComesTwice() {
        assertThatThrownBy(() -> desk.the(ProvideInformation.class).provide(application.id(), "Twenty."))
                .isInstanceOf(Application.NotNow.class);
        askIn(1);
        desk.the(ProvideInformation.class).provide(application.id(), "Twenty.");

        assertThatThrownBy(() -> desk.the(ProvideInformation.class).provide(application.id(), "Thirty."))
                .isInstanceOf(Application.NotNow.class);
    }

    @Test
    void refusesAnAnswerAfterTheEndOfTheWait() {
        askIn(1);
        desk.clock.advance(Duration.ofDays(14));

        assertThatThrownBy(() -> desk.the(ProvideInformation.class).provide(application.id(), "Twenty."))
                .isInstanceOf(Application.NotNow.class);
    }

    @Test
    void remindsTheApplicantOnceAVisitAndOnlyUntilTheAnswer() {
        askIn(1);

        desk.done(JobTypes.REMIND_APPLICANT, new ForApplication(id), 6);
        desk.done(JobTypes.REMIND_APPLICANT, new ForApplication(id), 6);
        desk.the(ProvideInformation.class).provide(application.id(), "Twenty.");
        desk.done(JobTypes.REMIND_APPLICANT, new ForApplication(id), 7);

        assertThat(desk.mails(application.id()))
                .filteredOn(mail -> mail.startsWith("information-reminder"))
                .hasSize(1);
    }

    @Test
    void endsACaseWhoseQuestionIsNotAnswered() {
        askIn(1);

        assertThat(withdraw()).isEqualTo(new WaitEnded(false));
        assertThat(withdraw()).isEqualTo(new WaitEnded(false));

        assertThat(desk.application(application.id()).state()).isEqualTo(ApplicationState.WITHDRAWN);
        assertThat(desk.mails(application.id())).endsWith("application-withdrawn-unanswered applicant");
        assertThat(desk.timeline(application.id()))
                .filteredOn(entry -> entry.startsWith("The system: Ended"))
                .hasSize(1);
    }

    @Test
    void leavesACaseThatWasAnsweredInTimeAsItIsHoweverLateTheEngineHearsOfIt() {
        askIn(1);
        desk.the(ProvideInformation.class).provide(application.id(), "Twenty.");
        desk.clock.advance(Duration.ofDays(14));

        assertThat(withdraw()).isEqualTo(new WaitEnded(true));
        assertThat(withdraw()).isEqualTo(new WaitEnded(true));

        assertThat(desk.application(application.id()).state()).isEqualTo(ApplicationState.UNDER_REVIEW);
        assertThat(desk.mails(application.id())).noneMatch(mail -> mail.startsWith("application-withdrawn"));
        assertThat(desk.timeline(application.id())).noneMatch(entry -> entry.contains("Ended"));
    }

    @Test
    void cancelsWhatTheTeamHasCancelledThoughTheDeadlineIsHeardOfFirst() {
        askIn(1);
        desk.the(CancelOnboarding.class).cancel(application.id(), "You do not start this year.", "Lena Lead");

        assertThat(withdraw()).isEqualTo(new WaitEnded(false));
        assertThat(withdraw()).isEqualTo(new WaitEnded(false));

        hasBeenCancelledByTheTeam();
    }

    @Test
    void cancelsWhatTheTeamHasCancelledThoughARejectionIsHeardOfFirst() {
        Task review = desk.review(application);
        desk.record(review, Desk.answer("reject", "R1", "Not now."));
        desk.the(CancelOnboarding.class).cancel(application.id(), "You do not start this year.", "Lena Lead");

        desk.done(JobTypes.NOTIFY_REJECTION, new ForDecision(id, review.id().value()), 9);
        desk.done(JobTypes.NOTIFY_REJECTION, new ForDecision(id, review.id().value()), 9);

        hasBeenCancelledByTheTeam();
    }

    private void hasBeenCancelledByTheTeam() {
        assertThat(desk.application(application.id()).state()).isEqualTo(ApplicationState.CANCELLED);
        assertThat(desk.mails(application.id()))
                .endsWith("application-cancelled-by-team applicant", "team-onboarding-cancelled lena")
                .noneMatch(mail -> mail.startsWith("application-withdrawn") || mail.startsWith("application-rejected"));
    }

    private WaitEnded withdraw() {
        return desk.done(JobTypes.WITHDRAW_APPLICATION, new ForApplication(id), 8);
    }

    @Test
    void rejectsOnceWithTheReviewersReason() {
        Task review = desk.review(application);
        desk.record(review, Desk.answer("reject", "R1", "Not now."));

        desk.done(JobTypes.NOTIFY_REJECTION, new ForDecision(id, review.id().value()), 9);
        desk.done(JobTypes.NOTIFY_REJECTION, new ForDecision(id, review.id().value()), 9);

        assertThat(desk.application(application.id()).state()).isEqualTo(ApplicationState.REJECTED);
        assertThat(desk.mails(application.id()))
                .filteredOn(mail -> mail.startsWith("application-rejected"))
                .hasSize(1);
    }

    @Test
    void asksNothingOfSomebodyWhoHasTakenTheApplicationBack() {
        Task review = desk.review(application);
        desk.record(review, Desk.answer("request-information", "R1", "How many shops?"));
        desk.the(Applications.class).save(desk.application(application.id()).requestCancel());

        desk.done(JobTypes.REQUEST_INFORMATION, new ForDecision(id, review.id().value()), 4);

        assertThat(desk.mails(application.id())).noneMatch(mail -> mail.startsWith("information"));
    }

    private Task askIn(long visit) {
        Task review = desk.task(desk.openReview(application, visit).taskId());
        desk.record(review, Desk.answer("request-information", "R1", "How many shops?"));
        desk.done(JobTypes.REQUEST_INFORMATION, new ForDecision(id, review.id().value()), 5);
        return review;
    }

    private static Instant in(long hours) {
        return Desk.MONDAY_MORNING.plus(Duration.ofHours(hours));
    }
}
