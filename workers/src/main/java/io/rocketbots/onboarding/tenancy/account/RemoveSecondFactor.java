package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the authenticator app from an account: its owner turns it off, or the team resets it for one of its own who lost it. */
@Component
public class RemoveSecondFactor {

    private final Accounts accounts;
    private final SecondFactors factors;
    private final SecondFactorMails mails;
    private final AccessLog log;

    RemoveSecondFactor(Accounts accounts, SecondFactors factors, SecondFactorMails mails, AccessLog log) {
        this.accounts = accounts;
        this.factors = factors;
        this.mails = mails;
        this.log = log;
    }

    /** False when there was none any more. */
    @Transactional
    public boolean turnOff(AccountId account, PlatformId platform) {
        factors.lockOwner(account);
        if (!factors.delete(account)) {
            return false;
        }
        log.add(AccessLog.What.SECOND_FACTOR_TURNED_OFF, platform, account);
        mails.tellOfTurningOff(account, platform, false);
        return true;
    }

    /** For somebody of the team, whose sessions end; false when that account is not of the team or has none any more. */
    @Transactional
    public boolean reset(AccountId member) {
        factors.lockOwner(member);
        Account account = accounts.get(member);
        if (!account.roles().isStaff() || !factors.delete(member)) {
            return false;
        }
        accounts.save(account.endSessions());
        log.add(AccessLog.What.SECOND_FACTOR_RESET, PlatformId.ROCKETBOTS, member);
        mails.tellOfTurningOff(member, PlatformId.ROCKETBOTS, true);
        return true;
    }
}
