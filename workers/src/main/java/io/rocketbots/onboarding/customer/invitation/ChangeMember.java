package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.customer.space.SpaceHistory;
import io.rocketbots.onboarding.customer.space.SpaceMember;
import io.rocketbots.onboarding.customer.space.SpaceMembers;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceRoster;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.kernel.id.AccountId;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a member of a Space another role, and takes members out; a Space that has an Owner keeps one. */
@Component
public class ChangeMember {

    private final SpaceMembers members;
    private final SpaceRoster roster;
    private final SpaceHistory history;

    ChangeMember(SpaceMembers members, SpaceRoster roster, SpaceHistory history) {
        this.members = members;
        this.roster = roster;
        this.history = history;
    }

    /** How it ended. */
    public enum Result {
        DONE,
        /** Somebody has to be Owner. */
        LAST_OWNER,
        /** The visitor's own role does not reach that far. */
        NOT_ALLOWED,
        /** They are not in this Space, or not any more. */
        NOT_THERE
    }

    /** From the next click on they may do what the role allows. */
    @Transactional
    public Result change(SpaceVisitor by, AccountId account, SpaceRole role) {
        roster.lock(by.space().id());
        Optional<SpaceMember> member =
                members.findBySpaceIdAndAccountId(by.space().id(), account);
        if (member.isEmpty()) {
            return Result.NOT_THERE;
        }
        SpaceRole present = member.get().role();
        if (!by.role().mayInvite(present) || !by.role().mayInvite(role)) {
            return Result.NOT_ALLOWED;
        }
        if (present == role) {
            return Result.DONE;
        }
        if (isLastOwner(member.get())) {
            return Result.LAST_OWNER;
        }
        members.save(member.get().become(role));
        history.add(by.space().id(), SpaceHistory.What.ROLE_CHANGED, account, role, by.account());
        return Result.DONE;
    }

    /** Their open sessions lose the Space at once; everybody may also remove themselves. */
    @Transactional
    public Result remove(SpaceVisitor by, AccountId account) {
        roster.lock(by.space().id());
        Optional<SpaceMember> member =
                members.findBySpaceIdAndAccountId(by.space().id(), account);
        if (member.isEmpty()) {
            return Result.NOT_THERE;
        }
        boolean leaves = account.equals(by.account());
        if (!leaves && !by.role().mayInvite(member.get().role())) {
            return Result.NOT_ALLOWED;
        }
        if (isLastOwner(member.get())) {
            return Result.LAST_OWNER;
        }
        members.delete(member.get());
        history.add(
                by.space().id(),
                leaves ? SpaceHistory.What.LEFT : SpaceHistory.What.REMOVED,
                account,
                null,
                by.account());
        return Result.DONE;
    }

    private boolean isLastOwner(SpaceMember member) {
        return member.role() == SpaceRole.OWNER
                && members.countBySpaceIdAndRole(member.spaceId(), SpaceRole.OWNER) == 1;
    }
}
