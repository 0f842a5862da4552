package io.rocketbots.onboarding.lifecycle.termination;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.task.SettleDecision;
import io.rocketbots.onboarding.launch.domain.GiveUpDomain;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerMember;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes back what an onboarding that ends early had given: the domain is free again, an account made for it can no
 * longer sign in, nobody finds its tasks in the list. Doing it twice is doing it once.
 */
@Component
public class EndOnboarding {

    private final Resellers resellers;
    private final Accounts accounts;
    private final GiveUpDomain giveUpDomain;
    private final SettleDecision settle;

    EndOnboarding(Resellers resellers, Accounts accounts, GiveUpDomain giveUpDomain, SettleDecision settle) {
        this.resellers = resellers;
        this.accounts = accounts;
        this.giveUpDomain = giveUpDomain;
        this.settle = settle;
    }

    /** The reseller it was about, if the case had come that far. */
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<Reseller> of(Application application) {
        // First of all, as whoever requests a domain does: that one is seen then, or refused.
        Optional<Reseller> reseller = resellers
                .findByApplicationId(application.id())
                .map(Reseller::id)
                .map(resellers::lock);
        settle.close(application.id());
        reseller.filter(found -> found.state() == ResellerState.ONBOARDING).ifPresent(found -> {
            giveUpDomain.of(found.id());
            resellers.save(found.cancel());
            Account account = accounts.get(found.accountId());
            if (wasMadeFor(application, account)) {
                accounts.save(account.disable());
            }
            found.members().stream()
                    .map(ResellerMember::accountId)
                    .filter(member -> !member.equals(found.accountId()))
                    .forEach(member -> accounts.save(accounts.get(member).leaveReseller()));
        });
        return reseller;
    }

    /** An account that its owner had before, with Spaces of their own, stays theirs. */
    private static boolean wasMadeFor(Application application, Account account) {
        return !account.isActive() || account.createdAt().isAfter(application.submittedAt());
    }
}
