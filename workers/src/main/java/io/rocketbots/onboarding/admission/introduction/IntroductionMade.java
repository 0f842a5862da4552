package io.rocketbots.onboarding.admission.introduction;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.tenancy.reseller.Reseller.TeamContact;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** What the mail says that tells a reseller who looks after them. */
@Component
class IntroductionMade implements MailContent {

    private final Resellers resellers;

    IntroductionMade(Resellers resellers) {
        this.resellers = resellers;
    }

    @Override
    public MailTemplate template() {
        return MailTemplate.INTRODUCTION_MADE;
    }

    @Override
    public Optional<Map<String, Object>> fields(QueuedMail mail) {
        TeamContact contact = resellers
                .get(new ResellerId(UUID.fromString(mail.id("resellerId"))))
                .contact();
        return Optional.ofNullable(contact)
                .map(who -> Map.of(
                        "contactPerson", Objects.requireNonNullElse(who.person(), ""),
                        "contactEmail", Objects.requireNonNullElse(who.email(), ""),
                        "contactLink", Objects.requireNonNullElse(who.link(), ""),
                        "note", Objects.requireNonNullElse(who.note(), "")));
    }
}
