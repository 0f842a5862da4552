package io.rocketbots.onboarding.lifecycle.termination;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails about an onboarding that ended early say. */
@Configuration
class EndingMails {

    private final Applications applications;
    private final Cancellations cancellations;

    EndingMails(Applications applications, Cancellations cancellations) {
        this.applications = applications;
        this.cancellations = cancellations;
    }

    @Bean
    MailContent onboardingCancelled() {
        return MailContent.of(
                MailTemplate.ONBOARDING_CANCELLED, mail -> Optional.of(Map.of("company", companyOf(mail))));
    }

    @Bean
    MailContent onboardingCancelledByTeam() {
        return MailContent.of(MailTemplate.ONBOARDING_CANCELLED_BY_TEAM, this::withTeamsReason);
    }

    @Bean
    MailContent applicationCancelledByTeam() {
        return MailContent.of(MailTemplate.APPLICATION_CANCELLED_BY_TEAM, this::withTeamsReason);
    }

    @Bean
    MailContent onboardingClosed() {
        return MailContent.of(MailTemplate.ONBOARDING_CLOSED, mail -> Optional.of(Map.of("reason", reasonOf(mail))));
    }

    @Bean
    MailContent teamOnboardingCancelled() {
        return MailContent.of(
                MailTemplate.TEAM_ONBOARDING_CANCELLED,
                mail -> Optional.of(Map.of(
                        "company", companyOf(mail),
                        "applicationId", mail.application().value().toString(),
                        "cancelledBy", cancelledBy(mail))));
    }

    @Bean
    MailContent teamOnboardingClosed() {
        return MailContent.of(
                MailTemplate.TEAM_ONBOARDING_CLOSED,
                mail -> Optional.of(Map.of(
                        "company", companyOf(mail),
                        "applicationId", mail.application().value().toString(),
                        "reason", reasonOf(mail))));
    }

    private Optional<Map<String, Object>> withTeamsReason(QueuedMail mail) {
        return cancellations
                .of(mail.application())
                .flatMap(cancellation -> Optional.ofNullable(cancellation.reason()))
                .map(reason -> Map.of("reason", reason));
    }

    /** An application without a cancellation was withdrawn by its applicant. */
    private String cancelledBy(QueuedMail mail) {
        return cancellations
                .of(mail.application())
                .map(Cancellation::byName)
                .orElseGet(() -> applicationOf(mail).contact().contactName());
    }

    private Application applicationOf(QueuedMail mail) {
        return applications.get(mail.application());
    }

    private String companyOf(QueuedMail mail) {
        return applicationOf(mail).company().companyName();
    }

    private static String reasonOf(QueuedMail mail) {
        return ClosingReason.of(mail.id("awaited"));
    }
}
