package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Decides who may sign in where: an account on its own platform and, the one exception, a reseller's Rocketbots
 * account also on the platform of its own reseller.
 */
@Component
public class SignIn {

    private final Accounts accounts;
    private final Resellers resellers;
    private final Passwords passwords;
    private final AccessLog log;

    SignIn(Accounts accounts, Resellers resellers, Passwords passwords, AccessLog log) {
        this.accounts = accounts;
        this.resellers = resellers;
        this.passwords = passwords;
        this.log = log;
    }

    /**
     * The account that email and password belong to; empty when anything is wrong, and nobody learns what. What else it
     * takes to be signed in, {@link SignInSteps} know.
     */
    @Transactional
    public Optional<Account> attempt(PlatformId platform, String email, String password) {
        Optional<Account> account = find(platform, email).filter(Account::isActive);
        String hash = account.map(Account::passwordHash).orElse(null);
        AccountId id = account.map(Account::id).orElse(null);
        if (!passwords.match(password, hash)) {
            log.add(AccessLog.What.SIGN_IN_FAILED, platform, id);
            return Optional.empty();
        }
        if (hash != null && passwords.isOutdated(hash)) {
            return account.map(owner -> accounts.save(owner.rehash(passwords.hash(password))));
        }
        return account;
    }

    /** The account with that email on that platform, whatever its state. */
    public Optional<Account> find(PlatformId platform, String email) {
        if (email.length() > Account.LONGEST_EMAIL) {
            return Optional.empty();
        }
        String canonical = Account.canonical(email);
        return accounts.findByPlatformIdAndCanonicalEmail(platform, canonical)
                .or(() -> accounts.findByPlatformIdAndCanonicalEmail(PlatformId.ROCKETBOTS, canonical)
                        .filter(account -> belongsTo(account, platform)));
    }

    /** Whether the account may be signed in on that platform. */
    public boolean belongsTo(Account account, PlatformId platform) {
        return account.platformId().equals(platform)
                || (account.platformId().isRocketbots()
                        && account.roles().has(Role.RESELLER)
                        && platform.reseller()
                                .flatMap(resellers::findById)
                                .filter(Reseller::isPresent)
                                .filter(reseller -> reseller.has(account.id()))
                                .isPresent());
    }
}
