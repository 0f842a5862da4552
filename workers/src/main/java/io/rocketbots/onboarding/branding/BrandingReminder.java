package io.rocketbots.onboarding.branding;

import io.rocketbots.onboarding.mail.MailContent;
import io.rocketbots.onboarding.mail.MailTemplate;
import io.rocketbots.onboarding.mail.QueuedMail;
import io.rocketbots.onboarding.reseller.ResellerId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** The mail that says what the brand lacks when it is sent; nothing is sent once it is complete. */
@Component
class BrandingReminder implements MailContent {

    private final Brands brands;

    BrandingReminder(Brands brands) {
        this.brands = brands;
    }

    @Override
    public MailTemplate template() {
        return MailTemplate.BRANDING_REMINDER;
    }

    @Override
    public Optional<Map<String, Object>> fields(QueuedMail mail) {
        List<String> missing = brands.of(new ResellerId(UUID.fromString(mail.id("resellerId"))))
                .missing();
        return missing.isEmpty() ? Optional.empty() : Optional.of(Map.of("missing", missing));
    }
}
