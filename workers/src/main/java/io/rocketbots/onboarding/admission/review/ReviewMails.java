package io.rocketbots.onboarding.admission.review;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.OnboardingWaits;
import io.rocketbots.onboarding.admission.application.ProgressLinks;
import io.rocketbots.onboarding.admission.application.Question;
import io.rocketbots.onboarding.admission.application.Questions;
import io.rocketbots.onboarding.admission.task.TaskDecision;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails of a review say to the applicant. */
@Configuration
class ReviewMails {

    private final Applications applications;
    private final Questions questions;
    private final TaskDecisions decisions;
    private final ProgressLinks links;
    private final OnboardingWaits waits;

    ReviewMails(
            Applications applications,
            Questions questions,
            TaskDecisions decisions,
            ProgressLinks links,
            OnboardingWaits waits) {
        this.applications = applications;
        this.questions = questions;
        this.decisions = decisions;
        this.links = links;
        this.waits = waits;
    }

    @Bean
    MailContent informationRequested() {
        return MailContent.of(MailTemplate.INFORMATION_REQUESTED, this::question);
    }

    @Bean
    MailContent informationReminder() {
        return MailContent.of(MailTemplate.INFORMATION_REMINDER, this::reminder);
    }

    @Bean
    MailContent applicationRejected() {
        return MailContent.of(MailTemplate.APPLICATION_REJECTED, mail -> {
            TaskDecision decision = decisions.get(new TaskId(UUID.fromString(mail.id("taskId"))));
            return Optional.of(Map.of("reason", decision.field("message").orElse("")));
        });
    }

    /**
     * Each question is mailed, even when it was answered on the progress page before its mail could go out: the applicant
     * has in writing what was asked.
     */
    private Optional<Map<String, Object>> question(QueuedMail mail) {
        Application application = applications.get(mail.application());
        return asked(mail, application)
                .map(question -> with(fields(application, question), "answered", question.isAnswered()));
    }

    private Optional<Map<String, Object>> reminder(QueuedMail mail) {
        Application application = applications.get(mail.application());
        return asked(mail, application)
                .filter(question -> !question.isAnswered())
                .map(question -> fields(application, question));
    }

    private Optional<Question> asked(QueuedMail mail, Application application) {
        return questions
                .findByApplicationIdAndRound(application.id(), Integer.parseInt(mail.id("round")))
                .filter(question -> !application.state().isEnd());
    }

    private static Map<String, Object> with(Map<String, Object> fields, String name, Object value) {
        Map<String, Object> all = new HashMap<>(fields);
        all.put(name, value);
        return all;
    }

    private Map<String, Object> fields(Application application, Question question) {
        return Map.of(
                "progressToken", links.tokenFor(application),
                "question", question.text(),
                "answerBy", question.askedAt().plus(waits.information().giveUp()));
    }
}
