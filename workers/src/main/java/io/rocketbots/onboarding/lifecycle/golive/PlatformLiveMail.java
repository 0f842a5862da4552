package io.rocketbots.onboarding.lifecycle.golive;

import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What the mail says that the platform is live. */
@Component
class PlatformLiveMail implements MailContent {

    private final Resellers resellers;
    private final CustomDomains domains;

    PlatformLiveMail(Resellers resellers, CustomDomains domains) {
        this.resellers = resellers;
        this.domains = domains;
    }

    @Override
    public MailTemplate template() {
        return MailTemplate.PLATFORM_LIVE;
    }

    @Override
    public Optional<Map<String, Object>> fields(QueuedMail mail) {
        return resellers
                .findByApplicationId(mail.application())
                .flatMap(reseller -> domains.currentOf(reseller.id()))
                .map(CustomDomain::name)
                .map(domain -> Map.of("domain", domain));
    }
}
