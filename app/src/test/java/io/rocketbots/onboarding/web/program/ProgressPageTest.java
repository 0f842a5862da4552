package io.rocketbots.onboarding.web.program;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.admission.application.ProgressLinks;
import io.rocketbots.onboarding.admission.application.Question;
import io.rocketbots.onboarding.admission.application.Questions;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.web.Overtaking;
import io.rocketbots.onboarding.web.WholeApp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeApp
class ProgressPageTest {

    private static final String ANSWER = "My brother answers at night.";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    Applications applications;

    @Autowired
    Questions questions;

    @Autowired
    ProgressLinks links;

    @Autowired
    Overtaking overtaking;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    // Send Answer

    @Test
    void takesTheAnswerThatIsSentTwiceOnce() {
        Application asked = asked(Instant.now(clock));

        assertThat(answer(asked, ANSWER)).hasRedirectedUrl(path(asked));
        assertThat(answer(asked, ANSWER)).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl(path(asked));

        assertThat(messages(asked)).isEqualTo(1);
    }

    @Test
    void keepsASecondAnswerToBeCopied() {
        Application asked = asked(Instant.now(clock));
        answer(asked, ANSWER);

        assertThat(answer(asked, "Or my sister."))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains(
                        "Your answer was not sent", "readonly>Or my sister.</textarea>", "data-status=\"UNDER_REVIEW\"")
                .doesNotContain("Send Answer");
        assertThat(questions
                        .findByApplicationIdOrderByRound(asked.id())
                        .getLast()
                        .answer())
                .isEqualTo(ANSWER);
    }

    @Test
    void keepsAnAnswerThatComesWhenItsTimeIsOver() {
        Application asked = asked(Instant.now(clock).minus(Duration.ofDays(15)));

        assertThat(answer(asked, ANSWER))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Your answer was not sent", "readonly>" + ANSWER + "</textarea>")
                .doesNotContain("Send Answer");
    }

    @Test
    void keepsAnAnswerAtItsQuestionWhenTheCaseChangesInTheSameMoment() {
        Application asked = asked(Instant.now(clock));
        overtaking.of(Application.class, touch(asked));

        assertThat(answer(asked, ANSWER))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Something changed in the same moment", ">" + ANSWER + "</textarea>", "Send Answer");
        assertThat(answer(asked, ANSWER)).hasStatus(HttpStatus.SEE_OTHER);
    }

    @Test
    void refreshesNoFaultyAnswerAway() {
        Application asked = asked(Instant.now(clock));

        assertThat(mvc.get().uri(path(asked))).bodyText().contains("every 15s");
        assertThat(answer(asked, "x".repeat(5001)))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("at most 5,000 characters", "x".repeat(5001))
                .doesNotContain("every 15s");
    }

    @Test
    void asksNothingAnyMoreOnceTheApplicationIsWithdrawn() {
        Application asked = asked(Instant.now(clock));
        withdraw(asked);

        assertThat(mvc.get().uri(path(asked)))
                .bodyText()
                .contains("data-status=\"WITHDRAWN\"")
                .doesNotContain("Send Answer");
    }

    // Your Contact

    @Test
    void saysWhenSomebodyGetsInTouchBeforeThereIsAContact() {
        Application application = underReview();
        Instant deadline = applications.get(application.id()).reviewClock().reviewDeadline();

        assertThat(mvc.get().uri(path(application)))
                .bodyText()
                .contains(">Your Contact</h2>", "You hear from us by <time datetime=\"" + deadline);
        assertThat(mvc.get().uri(path(asked(Instant.now(clock)))))
                .bodyText()
                .contains(">Your Contact</h2>", "You hear from us again once you have answered.");
    }

    @Test
    void promisesNoDayThatIsOver() {
        Application late = underReview(Instant.now(clock).minus(Duration.ofHours(73)));

        assertThat(mvc.get().uri(path(late)))
                .bodyText()
                .contains("You hear from us as soon as we have decided.")
                .doesNotContain("You hear from us by");
    }

    @Test
    void announcesNobodyBeforeTheAccountIsThere() {
        Application approved = applications.save(underReview().approve());

        assertThat(mvc.get().uri(path(approved)))
                .bodyText()
                .contains(
                        "data-status=\"UNDER_REVIEW\"",
                        "When your application is approved, somebody of our team introduces themselves here.")
                .doesNotContain("You hear from us", "will introduce themselves soon");
    }

    @Test
    void namesNoContactOnceTheApplicationIsWithdrawn() {
        Application application = underReview();
        withdraw(application);

        assertThat(mvc.get().uri(path(application))).bodyText().doesNotContain("Your Contact");
    }

    // Withdraw Application

    @Test
    void withdrawsOnceHoweverOftenItIsPressed() {
        Application application = underReview();

        assertThat(withdraw(application)).hasRedirectedUrl(path(application));
        assertThat(withdraw(application)).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl(path(application));

        assertThat(stateOf(application.id())).isEqualTo(ApplicationState.CANCELLING);
        assertThat(messages(application)).isEqualTo(1);
    }

    @Test
    void saysSoWhenItIsTooLateToWithdraw() {
        Application approved = applications.save(underReview().approve());

        assertThat(withdraw(approved))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("It is too late to withdraw")
                .doesNotContain("Withdraw Application");
    }

    @Test
    void withdrawsNothingThatChangesInTheSameMoment() {
        Application application = underReview();
        overtaking.of(Application.class, touch(application));

        assertThat(withdraw(application))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Nothing was withdrawn", "Withdraw Application");
        assertThat(withdraw(application)).hasStatus(HttpStatus.SEE_OTHER);
    }

    private Application underReview() {
        return underReview(Instant.now(clock));
    }

    private Application underReview(Instant submittedAt) {
        Application submitted = Application.submit(
                new Company("Acme", "", "DE", 10, "Chat for shops"),
                new ApplicantContact("Ada Applicant", "ada-" + UUID.randomUUID() + "@acme.example"),
                submittedAt,
                Duration.ofHours(72));
        return applications.save(applications.save(submitted).startReview());
    }

    private Application asked(Instant at) {
        Application waiting = applications.save(underReview().askForInformation(at));
        questions.save(Question.ask(waiting.id(), 1, "Who answers at night?", "Rita Reviewer", at));
        return waiting;
    }

    private static String touch(Application application) {
        return "UPDATE application SET version = version + 1 WHERE id = '"
                + application.id().value() + "'";
    }

    private String path(Application application) {
        return "/applications/" + links.tokenFor(application);
    }

    private MvcTestResult answer(Application application, String words) {
        return mvc.post()
                .uri(path(application) + "/answer")
                .param("answer", words)
                .with(csrf())
                .exchange();
    }

    private MvcTestResult withdraw(Application application) {
        return mvc.post().uri(path(application) + "/withdraw").with(csrf()).exchange();
    }

    private ApplicationState stateOf(ApplicationId id) {
        return applications.get(id).state();
    }

    /** How many the engine gets about it. */
    private int messages(Application application) {
        return jdbc.sql("SELECT COUNT(*) FROM outbox WHERE aggregate_id = :id")
                .param("id", application.id().value())
                .query(Integer.class)
                .single();
    }
}
