package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes an invited account active with the password that its owner chose. */
@Component
public class SetFirstPassword {

    private final Accounts accounts;
    private final OneTimeTokens tokens;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final AccessLog log;

    SetFirstPassword(Accounts accounts, OneTimeTokens tokens, Passwords passwords, PasswordRules rules, AccessLog log) {
        this.accounts = accounts;
        this.tokens = tokens;
        this.passwords = passwords;
        this.rules = rules;
        this.log = log;
    }

    /** The account whose password the link would set; empty when the link is dead. */
    public Optional<Account> show(PlatformId platform, String token) {
        return tokens.find(token, platform, TokenKind.ACTIVATION)
                .filter(OneTimeTokens.Known::good)
                .flatMap(known -> accounts.findById(known.account()))
                .filter(account -> account.state() == AccountState.INVITED);
    }

    /** Sets the password and uses up the link. */
    @Transactional
    public SetPassword set(PlatformId platform, String token, String password) {
        Optional<Account> invited = show(platform, token);
        if (invited.isEmpty()) {
            return new SetPassword.DeadLink();
        }
        Optional<PasswordRules.Problem> problem =
                rules.problemOf(password, invited.get().email());
        if (problem.isPresent()) {
            return new SetPassword.Refused(problem.get());
        }
        if (tokens.use(token, platform, TokenKind.ACTIVATION).isEmpty()) {
            return new SetPassword.DeadLink();
        }
        Account active = accounts.save(invited.get().activate(passwords.hash(password)));
        log.add(AccessLog.What.ACTIVATED, platform, active.id());
        return new SetPassword.Done(active);
    }
}
