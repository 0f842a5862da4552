package io.rocketbots.onboarding.task;

import io.rocketbots.onboarding.account.Account;
import io.rocketbots.onboarding.account.Accounts;
import io.rocketbots.onboarding.application.Application;
import io.rocketbots.onboarding.platform.PlatformId;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.reseller.Reseller;
import io.rocketbots.onboarding.reseller.Resellers;
import java.util.Optional;
import org.springframework.stereotype.Component;

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

    /** The other reseller that the account in question belongs to. */
    public Optional<Reseller> inUseBy(TaskKind kind, Application application) {
        if (kind != TaskKind.DUPLICATE_ACCOUNT) {
            return Optional.empty();
        }
        return accounts.findByPlatformIdAndCanonicalEmail(
                        PlatformId.ROCKETBOTS,
                        Account.canonical(application.contact().email()))
                .flatMap(account -> resellers.findPresentByAccountId(account.id()))
                .filter(other -> !other.applicationId().equals(application.id()));
    }

    /** Whether that decision cannot be carried out. */
    boolean refuses(TaskKind kind, String decision, Application application) {
        return decision.equals(LINK_EXISTING_ACCOUNT)
                && inUseBy(kind, application).isPresent();
    }
}
