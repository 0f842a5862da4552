package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.ReviewTeams;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticatedPrincipal;

/**
 * Who is signed in, read anew for every request.
 *
 * @param platform the one they are signed in on, which for a reseller may be their own
 */
public record CurrentAccount(
        AccountId id,
        String name,
        String email,
        Roles roles,
        ReviewTeams reviewTeams,
        @Nullable String staffCode,
        Platform platform)
        implements AuthenticatedPrincipal {

    static CurrentAccount of(Account account, Platform platform) {
        return new CurrentAccount(
                account.id(),
                account.name(),
                account.email(),
                account.roles(),
                account.reviewTeams(),
                account.staffCode(),
                platform);
    }

    @Override
    public String getName() {
        return id.value().toString();
    }

    /** Whether they have the role of that name; for templates. */
    public boolean is(String role) {
        return roles.has(Role.valueOf(role));
    }

    /** Where they go after signing in. */
    public String startPage() {
        if (roles.has(Role.REVIEWER) || roles.has(Role.TEAM_LEAD)) {
            return "/team/tasks";
        }
        if (roles.has(Role.OPS)) {
            return "/team/ops";
        }
        return roles.has(Role.RESELLER) ? "/reseller" : "/spaces";
    }
}
