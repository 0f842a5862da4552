package io.rocketbots.onboarding.launch.branding;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The mail that says what the brand lacks when it is sent; nothing is sent once it is complete, or when the reseller wants no reminders. */
@Component
class BrandingReminder implements MailContent {

    private final Brands brands;
    private final Resellers resellers;
    private final Accounts accounts;

    BrandingReminder(Brands brands, Resellers resellers, Accounts accounts) {
        this.brands = brands;
        this.resellers = resellers;
        this.accounts = accounts;
    }

    @Override
    public MailTemplate template() {
        return MailTemplate.BRANDING_REMINDER;
    }

    @Override
    public Optional<Map<String, Object>> fields(QueuedMail mail) {
        ResellerId reseller = new ResellerId(UUID.fromString(mail.id("resellerId")));
        List<String> missing = brands.of(reseller).missing();
        boolean wanted = accounts.wantsReminders(resellers.get(reseller).accountId());
        return missing.isEmpty() || !wanted ? Optional.empty() : Optional.of(Map.of("missing", missing));
    }
}
