package io.rocketbots.onboarding.lifecycle.offboarding;

import io.rocketbots.onboarding.kernel.id.OffboardingId;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails about leaving say. */
@Configuration
class OffboardingMails {

    static final String OFFBOARDING_ID = "offboardingId";

    private final Resellers resellers;
    private final Offboardings offboardings;

    OffboardingMails(Resellers resellers, Offboardings offboardings) {
        this.resellers = resellers;
        this.offboardings = offboardings;
    }

    @Bean
    MailContent offboardingStarted() {
        return about(MailTemplate.OFFBOARDING_STARTED, OffboardingState.GRACE, this::withEnd);
    }

    @Bean
    MailContent offboardingReminder() {
        return about(MailTemplate.OFFBOARDING_REMINDER, OffboardingState.GRACE, this::withEnd);
    }

    @Bean
    MailContent offboardingWithdrawn() {
        return about(MailTemplate.OFFBOARDING_WITHDRAWN, OffboardingState.RESTORED, this::company);
    }

    @Bean
    MailContent offboardingNotConfirmed() {
        return about(MailTemplate.OFFBOARDING_NOT_CONFIRMED, OffboardingState.KEPT, this::company);
    }

    @Bean
    MailContent resellerArchived() {
        return about(MailTemplate.RESELLER_ARCHIVED, OffboardingState.ARCHIVED, this::company);
    }

    /** A mail is of use only while what it tells is still so. */
    private MailContent about(
            MailTemplate template, OffboardingState state, Function<Offboarding, Map<String, Object>> fields) {
        return MailContent.of(
                template,
                mail -> of(mail).filter(found -> found.state() == state).map(fields));
    }

    private Optional<Offboarding> of(QueuedMail mail) {
        return offboardings.findById(new OffboardingId(UUID.fromString(mail.id(OFFBOARDING_ID))));
    }

    private Map<String, Object> company(Offboarding offboarding) {
        return Map.of("company", resellers.get(offboarding.resellerId()).companyName());
    }

    private Map<String, Object> withEnd(Offboarding offboarding) {
        return Map.of(
                "company", resellers.get(offboarding.resellerId()).companyName(),
                "endsAt", Objects.requireNonNull(offboarding.graceEndsAt()),
                "byReseller", offboarding.byReseller());
    }
}
