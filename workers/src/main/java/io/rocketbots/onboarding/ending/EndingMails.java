package io.rocketbots.onboarding.ending;

import io.rocketbots.onboarding.application.Application;
import io.rocketbots.onboarding.application.Applications;
import io.rocketbots.onboarding.mail.MailContent;
import io.rocketbots.onboarding.mail.MailTemplate;
import io.rocketbots.onboarding.mail.QueuedMail;
import io.rocketbots.onboarding.progress.Progress.Need;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails about an onboarding that ended early say. */
@Configuration
class EndingMails {

    private final Applications applications;

    EndingMails(Applications applications) {
        this.applications = applications;
    }

    @Bean
    MailContent onboardingCancelled() {
        return MailContent.of(
                MailTemplate.ONBOARDING_CANCELLED, mail -> Optional.of(Map.of("company", companyOf(mail))));
    }

    @Bean
    MailContent onboardingClosed() {
        return MailContent.of(
                MailTemplate.ONBOARDING_CLOSED,
                mail -> Optional.of(Map.of("company", companyOf(mail), "reason", reasonOf(mail))));
    }

    @Bean
    MailContent teamOnboardingCancelled() {
        return MailContent.of(
                MailTemplate.TEAM_ONBOARDING_CANCELLED,
                mail -> Optional.of(Map.of(
                        "company", companyOf(mail),
                        "applicationId", mail.application().value().toString(),
                        "cancelledBy", applicationOf(mail).contact().contactName())));
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

    private Application applicationOf(QueuedMail mail) {
        return applications.get(mail.application());
    }

    private String companyOf(QueuedMail mail) {
        return applicationOf(mail).company().companyName();
    }

    private static String reasonOf(QueuedMail mail) {
        return ClosingReason.of(Need.valueOf(mail.id("missing")));
    }
}
