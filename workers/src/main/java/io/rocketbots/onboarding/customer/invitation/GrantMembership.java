package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.customer.invitation.InvitationLink.Good;
import io.rocketbots.onboarding.customer.invitation.InvitationLink.Open;
import io.rocketbots.onboarding.customer.invitation.InvitationLink.Team;
import io.rocketbots.onboarding.customer.space.SpaceHistory;
import io.rocketbots.onboarding.customer.space.SpaceMember;
import io.rocketbots.onboarding.customer.space.SpaceMembers;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes an account a member of the Space or the team that it was invited to. */
@Component
class GrantMembership {

    private final Resellers resellers;
    private final Accounts accounts;
    private final SpaceMembers members;
    private final SpaceHistory history;

    GrantMembership(Resellers resellers, Accounts accounts, SpaceMembers members, SpaceHistory history) {
        this.resellers = resellers;
        this.accounts = accounts;
        this.members = members;
        this.history = history;
    }

    /** Returns the account as it is then; who is in already gets no lesser role. */
    Account grant(Open link, Account account, Instant now) {
        return switch (link) {
            case Good space -> joinSpace(space.invitation(), account, now);
            case Team team -> joinTeam(team.reseller(), account, now);
        };
    }

    private Account joinTeam(Reseller reseller, Account account, Instant now) {
        resellers.save(reseller.admit(account.id(), now));
        return accounts.save(account.becomeReseller());
    }

    private Account joinSpace(Invitation invitation, Account account, Instant now) {
        SpaceRole role = Objects.requireNonNull(invitation.role());
        Optional<SpaceMember> member = members.findBySpaceIdAndAccountId(invitation.space(), account.id());
        if (member.isEmpty()) {
            members.save(SpaceMember.join(invitation.space(), account.id(), role, now));
            history.add(invitation.space(), SpaceHistory.What.JOINED, account.id(), role, invitation.invitedBy());
        } else if (member.get().role().compareTo(role) > 0) {
            members.save(member.get().become(role));
            history.add(invitation.space(), SpaceHistory.What.ROLE_CHANGED, account.id(), role, invitation.invitedBy());
        }
        return account;
    }
}
