package io.rocketbots.onboarding.customer.contact;

import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import java.time.Clock;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes the Spaces that tests of contacts speak of. */
class SpaceOfContacts {

    private final Spaces spaces;
    private final Accounts accounts;
    private final Clock clock;

    SpaceOfContacts(Spaces spaces, Accounts accounts, Clock clock) {
        this.spaces = spaces;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** An Agent in a new active Space. */
    SpaceVisitor agentOf(@Nullable Integer contactLimit) {
        AccountId agent = accounts.save(Account.invite(
                        PlatformId.ROCKETBOTS,
                        UUID.randomUUID() + "@acme.example",
                        "Ada",
                        Roles.of(Role.USER),
                        clock.instant()))
                .id();
        Space requested = Space.request(
                PlatformId.ROCKETBOTS,
                "Bakery " + UUID.randomUUID(),
                "de",
                contactLimit,
                SpaceState.REQUESTED,
                agent,
                clock.instant());
        return visit(spaces.save(requested.activate(clock.instant())), agent);
    }

    /** The same as it is now. */
    SpaceVisitor again(SpaceVisitor visitor) {
        return visit(spaces.get(visitor.space().id()), visitor.account());
    }

    private static SpaceVisitor visit(Space space, AccountId agent) {
        return new SpaceVisitor(space, agent, SpaceRole.AGENT, false);
    }
}
