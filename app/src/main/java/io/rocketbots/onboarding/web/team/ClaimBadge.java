package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.ReviewTerms;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills in who is on a task at the moment. */
@Component
class ClaimBadge {

    private final Accounts accounts;
    private final ReviewTerms terms;
    private final Clock clock;

    ClaimBadge(Accounts accounts, ReviewTerms terms, Clock clock) {
        this.accounts = accounts;
        this.terms = terms;
        this.clock = clock;
    }

    void fill(Task task, CurrentAccount account, Model model) {
        Optional<AccountId> claimedBy = task.claimedBy(clock.instant(), terms.claimIdle());
        model.addAttribute("claimedByMe", claimedBy.filter(account.id()::equals).isPresent());
        claimedBy
                .flatMap(accounts::findById)
                .map(Account::name)
                .ifPresent(name -> model.addAttribute("claimedByName", name));
    }
}
