package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Finds the team member who typed a staff code into a form of Tasklist. */
@Component
class StaffCodes {

    private final Accounts accounts;

    StaffCodes(Accounts accounts) {
        this.accounts = accounts;
    }

    /** The active member who decides on tasks and has that code. */
    Optional<Decider> find(String staffCode) {
        return accounts.findByStaffCode(staffCode)
                .filter(Account::isActive)
                .filter(account ->
                        account.roles().has(Role.REVIEWER) || account.roles().has(Role.TEAM_LEAD))
                .map(account -> new Decider(account.id(), account.name(), account.email()));
    }
}
