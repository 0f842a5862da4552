package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody who is signed in proves once more that it is they, before what matters most: by the password and, where there
 * is a second factor, by a code.
 */
@Component
public class ConfirmIdentity {

    private final Accounts accounts;
    private final Passwords passwords;
    private final SecondFactors factors;
    private final CheckSecondFactor checkSecondFactor;
    private final AccessLog log;

    ConfirmIdentity(
            Accounts accounts,
            Passwords passwords,
            SecondFactors factors,
            CheckSecondFactor checkSecondFactor,
            AccessLog log) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.factors = factors;
        this.checkSecondFactor = checkSecondFactor;
        this.log = log;
    }

    /** How a try ended. */
    public sealed interface Result {

        record Confirmed() implements Result {}

        record WrongPassword() implements Result {}

        /** The password is right, and this is what came of the code. */
        record CodeRefused(CheckSecondFactor.Result why) implements Result {}
    }

    /** The code counts for nothing when the account has no second factor, and is not looked at before the password is right. */
    @Transactional
    public Result confirm(AccountId account, PlatformId platform, String password, String code) {
        if (!passwords.match(password, accounts.get(account).passwordHash())) {
            log.add(AccessLog.What.SIGN_IN_FAILED, platform, account);
            return new Result.WrongPassword();
        }
        if (!factors.isSetUp(account)) {
            return new Result.Confirmed();
        }
        CheckSecondFactor.Result checked = checkSecondFactor.check(account, platform, code);
        return checked instanceof CheckSecondFactor.Result.Right
                ? new Result.Confirmed()
                : new Result.CodeRefused(checked);
    }
}
