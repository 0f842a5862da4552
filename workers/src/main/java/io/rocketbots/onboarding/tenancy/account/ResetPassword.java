package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The owner of an account who forgot the password asks for a link and sets a new one. */
@Component
public class ResetPassword {

    private final Accounts accounts;
    private final SignIn signIn;
    private final OneTimeTokens tokens;
    private final Passwords passwords;
    private final PasswordRules rules;
    private final PasswordMails passwordMails;
    private final PasswordLinkMails links;
    private final AccessLog log;

    ResetPassword(
            Accounts accounts,
            SignIn signIn,
            OneTimeTokens tokens,
            Passwords passwords,
            PasswordRules rules,
            PasswordMails passwordMails,
            PasswordLinkMails links,
            AccessLog log) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.tokens = tokens;
        this.passwords = passwords;
        this.rules = rules;
        this.passwordMails = passwordMails;
        this.links = links;
        this.log = log;
    }

    /** Mails a link when there is such an account on the platform; nobody learns whether there is. */
    @Transactional
    public void request(PlatformId platform, String email) {
        signIn.find(platform, email).ifPresent(account -> links.send(account, platform));
    }

    /** The account whose password the link would set; empty when the link is dead. */
    public Optional<Account> show(PlatformId platform, String token) {
        return tokens.find(token, platform, TokenKind.RESET)
                .filter(OneTimeTokens.Known::good)
                .flatMap(known -> accounts.findById(known.account()))
                .filter(Account::isActive);
    }

    /** Sets the new password, ends every session and tells the owner. */
    @Transactional
    public SetPassword reset(PlatformId platform, String token, String password) {
        Optional<Account> account = show(platform, token);
        if (account.isEmpty()) {
            return new SetPassword.DeadLink();
        }
        Optional<PasswordRules.Problem> problem =
                rules.problemOf(password, account.get().email());
        if (problem.isPresent()) {
            return new SetPassword.Refused(problem.get());
        }
        if (tokens.use(token, platform, TokenKind.RESET).isEmpty()) {
            return new SetPassword.DeadLink();
        }
        Account changed = accounts.save(account.get().changePassword(passwords.hash(password)));
        log.add(AccessLog.What.PASSWORD_RESET, platform, changed.id());
        passwordMails.tellOfChange(changed, platform);
        return new SetPassword.Done(changed);
    }
}
