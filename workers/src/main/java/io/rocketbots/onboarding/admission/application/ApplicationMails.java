package io.rocketbots.onboarding.admission.application;

import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import java.util.Map;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails about an application say. */
@Configuration
class ApplicationMails {

    private final Applications applications;
    private final ProgressLinks links;

    ApplicationMails(Applications applications, ProgressLinks links) {
        this.applications = applications;
        this.links = links;
    }

    @Bean
    MailContent applicationReceived() {
        return content(
                MailTemplate.APPLICATION_RECEIVED,
                application -> Map.of(
                        "progressToken", links.tokenFor(application),
                        "reviewedBy", application.reviewClock().reviewDeadline()));
    }

    @Bean
    MailContent applicationLink() {
        return content(MailTemplate.APPLICATION_LINK, this::link);
    }

    @Bean
    MailContent applicationTakesLonger() {
        return content(MailTemplate.APPLICATION_TAKES_LONGER, this::link);
    }

    @Bean
    MailContent applicationWithdrawnUnanswered() {
        return content(MailTemplate.APPLICATION_WITHDRAWN_UNANSWERED, application -> Map.of());
    }

    @Bean
    MailContent applicationWithdrawn() {
        return content(MailTemplate.APPLICATION_WITHDRAWN, application -> Map.of());
    }

    private Map<String, Object> link(Application application) {
        return Map.of("progressToken", links.tokenFor(application));
    }

    private MailContent content(MailTemplate template, Function<Application, Map<String, Object>> says) {
        return MailContent.of(
                template, mail -> applications.findById(mail.application()).map(says));
    }
}
