package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Whether the account that has the applicant's email already may become the reseller account: one reseller each. */
@Component
public class LinkChoice {

    /** The decision that an account in use cannot take. */
    public static final String LINK_EXISTING_ACCOUNT = "link-existing-account";

    private final Accounts accounts;
    private final Resellers resellers;

    LinkChoice(Accounts accounts, Resellers resellers) {
        this.accounts = accounts;
        this.resellers = resellers;
    }

    /** The other reseller that the account in question belongs to, for somebody who has not chosen yet. */
    public Optional<Reseller> inUseBy(Application application) {
        return accounts.findByPlatformIdAndCanonicalEmail(PlatformId.ROCKETBOTS, emailOf(application))
                .flatMap(account -> otherResellerOf(account, application));
    }

    /**
     * Why the account cannot be linked, as the end of a sentence; empty when it can be or has been. Until the end of the
     * transaction nobody else links it, so the answer holds that long and no longer: every step asks again.
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<String> obstacle(Application application) {
        if (resellers.findByApplicationId(application.id()).isPresent()) {
            return Optional.empty();
        }
        Optional<Account> account =
                accounts.findWithLockByPlatformIdAndCanonicalEmail(PlatformId.ROCKETBOTS, emailOf(application));
        if (account.isEmpty()) {
            return Optional.of("no account has the applicant’s email any more");
        }
        return otherResellerOf(account.get(), application).map(other -> "the account belongs to another reseller");
    }

    private Optional<Reseller> otherResellerOf(Account account, Application application) {
        return resellers
                .findPresentByAccountId(account.id())
                .filter(other -> !other.applicationId().equals(application.id()));
    }

    private static String emailOf(Application application) {
        return Account.canonical(application.contact().email());
    }
}
