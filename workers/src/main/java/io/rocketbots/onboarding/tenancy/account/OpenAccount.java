package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Makes an account for somebody who has proved that the email is theirs, with the password they chose. */
@Component
public class OpenAccount {

    private final Accounts accounts;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final AccessLog log;
    private final Clock clock;

    OpenAccount(Accounts accounts, Passwords passwords, PasswordRules rules, AccessLog log, Clock clock) {
        this.accounts = accounts;
        this.passwords = passwords;
        this.rules = rules;
        this.log = log;
        this.clock = clock;
    }

    /** Why that password is not taken; empty when it is. */
    public Optional<PasswordRules.Problem> problemOf(String password, String email) {
        return rules.problemOf(password, email);
    }

    /** The caller has found out that the email is free on the platform and the password good. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Account open(PlatformId platform, String email, String name, String password) {
        Account invited = Account.invite(platform, email, name, Roles.of(Role.USER), clock.instant());
        Account account = accounts.save(invited.activate(passwords.hash(password)));
        log.add(AccessLog.What.ACTIVATED, platform, account.id());
        return account;
    }
}
