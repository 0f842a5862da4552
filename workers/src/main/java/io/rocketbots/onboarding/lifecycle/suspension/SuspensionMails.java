package io.rocketbots.onboarding.lifecycle.suspension;

import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails about a suspension say; once the reseller is in another state, they are of no use. */
@Configuration
class SuspensionMails {

    private final Resellers resellers;
    private final Suspensions suspensions;

    SuspensionMails(Resellers resellers, Suspensions suspensions) {
        this.resellers = resellers;
        this.suspensions = suspensions;
    }

    @Bean
    MailContent resellerSuspended() {
        return MailContent.of(
                MailTemplate.RESELLER_SUSPENDED,
                mail -> resellerIn(mail, ResellerState.SUSPENDED)
                        .flatMap(reseller -> suspensions
                                .last(reseller.id())
                                .map(last -> Map.of(
                                        "company", reseller.companyName(),
                                        "category", last.category().label(),
                                        "reason", last.reason()))));
    }

    @Bean
    MailContent resellerResumed() {
        return MailContent.of(
                MailTemplate.RESELLER_RESUMED,
                mail -> resellerIn(mail, ResellerState.LIVE)
                        .map(reseller -> Map.of("company", reseller.companyName())));
    }

    private Optional<Reseller> resellerIn(QueuedMail mail, ResellerState state) {
        return resellers.findByApplicationId(mail.application()).filter(reseller -> reseller.state() == state);
    }
}
