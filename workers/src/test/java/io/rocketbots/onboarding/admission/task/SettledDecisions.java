package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.admission.application.ReviewTerms;
import java.time.Duration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** What it takes to close tasks with what was decided on them, for tests of other features that do. */
@Import({
    SettleDecision.class,
    TaskForms.class,
    StaffCodes.class,
    LinkChoice.class,
    LinkRule.class,
    DecisionRules.class,
    DecisionNotices.class,
    TasklistAnswers.class,
    TaskMails.class
})
public class SettledDecisions {

    @Bean
    ReviewTerms reviewTerms() {
        return new ReviewTerms(
                Duration.ofDays(3),
                Duration.ofDays(1),
                Duration.ofDays(1),
                Duration.ofHours(4),
                Duration.ofSeconds(30));
    }
}
