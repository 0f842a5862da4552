package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Somebody who is signed in sets another password. */
@Component
public class ChangePassword {

    private final Accounts accounts;
    private final OneTimeTokens tokens;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final PasswordMails mails;
    private final AccessLog log;

    ChangePassword(
            Accounts accounts,
            OneTimeTokens tokens,
            Passwords passwords,
            PasswordRules rules,
            PasswordMails mails,
            AccessLog log) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.rules = rules;
        this.mails = mails;
        this.log = log;
    }

    /** How changing ended. */
    public sealed interface Result {

        /** Every other session has ended. */
        record Done(Account account) implements Result {}

        /** The present password was not right. */
        record WrongPassword() implements Result {}

        /** The new one is not taken. */
        record Refused(PasswordRules.Problem problem) implements Result {}
    }

    /** Changes the password on that platform; links mailed before are void. */
    @Transactional
    public Result change(AccountId id, PlatformId platform, String present, String next) {
        Account account = accounts.get(id);
        if (!passwords.match(present, account.passwordHash())) {
            return new Result.WrongPassword();
        }
        Optional<PasswordRules.Problem> problem = rules.problemOf(next, account.email());
        if (problem.isPresent()) {
            return new Result.Refused(problem.get());
        }
        Account changed = accounts.save(account.changePassword(passwords.hash(next)));
        tokens.voidAll(id);
        log.add(AccessLog.What.PASSWORD_CHANGED, platform, id);
        mails.tellOfChange(changed, platform);
        return new Result.Done(changed);
    }
}
