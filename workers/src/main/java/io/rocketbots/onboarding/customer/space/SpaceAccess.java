package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Decides who may enter a Space: its members, and the reseller's people in every Space of their platform, both only on
 * the platform that the Space belongs to.
 */
@Component
public class SpaceAccess {

    private final Spaces spaces;
    private final SpaceMembers members;
    private final Resellers resellers;

    SpaceAccess(Spaces spaces, SpaceMembers members, Resellers resellers) {
        this.spaces = spaces;
        this.members = members;
        this.resellers = resellers;
    }

    /**
     * The Space as that account sees it there; empty when there is no such Space for it, whatever the reason.
     *
     * @param platform the one whose host the request came to
     * @throws SpaceSuspended when the account is a member, and the Space is closed for its members
     */
    public Optional<SpaceVisitor> of(AccountId account, PlatformId platform, SpaceId id) {
        return spaces.findByIdAndPlatformId(id, platform)
                .filter(space -> space.state() == SpaceState.ACTIVE || space.state() == SpaceState.SUSPENDED)
                .flatMap(space -> visitor(space, account));
    }

    private Optional<SpaceVisitor> visitor(Space space, AccountId account) {
        if (isReseller(space.platformId(), account)) {
            return Optional.of(new SpaceVisitor(space, account, SpaceRole.OWNER, true));
        }
        return members.findBySpaceIdAndAccountId(space.id(), account).map(member -> member(space, member));
    }

    private static SpaceVisitor member(Space space, SpaceMember member) {
        if (space.state() == SpaceState.SUSPENDED) {
            throw new SpaceSuspended(space);
        }
        return new SpaceVisitor(space, member.accountId(), member.role(), false);
    }

    private boolean isReseller(PlatformId platform, AccountId account) {
        return platform.reseller()
                .flatMap(resellers::findById)
                .filter(Reseller::isPresent)
                .map(reseller -> reseller.has(account))
                .orElse(false);
    }
}
