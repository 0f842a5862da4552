package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.customer.invitation.InvitationLink.Good;
import io.rocketbots.onboarding.customer.invitation.InvitationLink.Team;
import io.rocketbots.onboarding.customer.space.SpaceRoster;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Finds out what an invitation's link leads to while nobody else can change who is in that Space or team. */
@Component
class LockedLinks {

    private final InvitationLinks links;
    private final SpaceRoster roster;
    private final Resellers resellers;
    private final Accounts accounts;

    LockedLinks(InvitationLinks links, SpaceRoster roster, Resellers resellers, Accounts accounts) {
        this.links = links;
        this.roster = roster;
        this.resellers = resellers;
        this.accounts = accounts;
    }

    /** What it says stays so until the end of the transaction. */
    @Transactional(propagation = Propagation.MANDATORY)
    InvitationLink look(PlatformId platform, String token) {
        switch (links.look(platform, token)) {
            case Good seen -> roster.lock(seen.space().id());
            case Team seen -> {
                resellers.lock(seen.reseller().id());
                // Another reseller may take in the same account at this moment.
                accounts.findWithLockByPlatformIdAndCanonicalEmail(
                        platform, seen.invitation().canonicalEmail());
            }
            case InvitationLink.Dead nothing -> {}
        }
        return links.look(platform, token);
    }
}
