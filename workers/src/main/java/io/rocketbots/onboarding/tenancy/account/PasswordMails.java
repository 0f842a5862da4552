package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells owners of accounts what happened to their password. */
@Component
class PasswordMails {

    private final Mails mails;
    private final Clock clock;

    PasswordMails(Mails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    /** Part of the transaction that changed it. */
    void tellOfChange(Account account, PlatformId platform) {
        mails.queueForAccount(
                platform.reseller().orElse(null),
                MailTemplate.PASSWORD_CHANGED,
                account.id(),
                Integer.toString(account.sessionGeneration()),
                Map.of("changedAt", clock.instant().toString()));
    }
}
