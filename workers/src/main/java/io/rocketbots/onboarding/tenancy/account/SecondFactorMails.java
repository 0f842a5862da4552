package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Tells owners of accounts what happened to their second factor; part of the transaction in which it did. */
@Component
class SecondFactorMails {

    private final Mails mails;
    private final Clock clock;

    SecondFactorMails(Mails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
    }

    void tellOfSetUp(AccountId account, PlatformId platform) {
        queue(MailTemplate.SECOND_FACTOR_SET_UP, account, platform, Map.of());
    }

    void tellOfTurningOff(AccountId account, PlatformId platform, boolean byTeam) {
        queue(MailTemplate.SECOND_FACTOR_TURNED_OFF, account, platform, Map.of("byTeam", Boolean.toString(byTeam)));
    }

    void tellOfRecovery(AccountId account, PlatformId platform, int codesLeft) {
        queue(MailTemplate.RECOVERY_CODE_USED, account, platform, Map.of("codesLeft", Integer.toString(codesLeft)));
    }

    /** Every time is an occasion of its own. */
    private void queue(MailTemplate template, AccountId account, PlatformId platform, Map<String, String> more) {
        Map<String, String> ids = new HashMap<>(more);
        ids.put("at", clock.instant().toString());
        mails.queueForAccount(
                platform.reseller().orElse(null),
                template,
                account,
                UUID.randomUUID().toString(),
                ids);
    }
}
