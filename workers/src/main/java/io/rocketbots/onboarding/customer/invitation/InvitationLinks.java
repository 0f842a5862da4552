package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.customer.invitation.InvitationLink.Reason;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceAccess;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.SignIn;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Finds out what an invitation's link leads to; everything comes from the one token, nothing from the address bar. */
@Component
public class InvitationLinks {

    private final InvitationTokens tokens;
    private final Invitations invitations;
    private final Spaces spaces;
    private final SpaceAccess access;
    private final Accounts accounts;
    private final SignIn signIn;
    private final Resellers resellers;
    private final Clock clock;

    InvitationLinks(
            InvitationTokens tokens,
            Invitations invitations,
            Spaces spaces,
            SpaceAccess access,
            Accounts accounts,
            SignIn signIn,
            Resellers resellers,
            Clock clock) {
        this.tokens = tokens;
        this.invitations = invitations;
        this.spaces = spaces;
        this.access = access;
        this.accounts = accounts;
        this.signIn = signIn;
        this.resellers = resellers;
        this.clock = clock;
    }

    /** Changes nothing, so mail scanners may look, too. */
    public InvitationLink look(PlatformId host, String token) {
        Optional<InvitationTokens.Known> known = tokens.find(token);
        Optional<Invitation> invitation = known.flatMap(found -> invitations.findById(found.invitation()))
                .filter(found -> found.platformId().equals(host));
        if (invitation.isEmpty()) {
            return new InvitationLink.Dead(Reason.UNKNOWN, Optional.empty());
        }
        return look(invitation.get(), known.orElseThrow());
    }

    private InvitationLink look(Invitation invitation, InvitationTokens.Known token) {
        Optional<String> inviter = inviterOf(invitation);
        Optional<Reason> closed = closed(invitation, token);
        if (closed.isPresent()) {
            return new InvitationLink.Dead(closed.get(), inviter);
        }
        return switch (invitation.kind()) {
            case SPACE -> lookIntoSpace(invitation, inviter);
            case TEAM -> lookIntoTeam(invitation, inviter);
        };
    }

    private InvitationLink lookIntoSpace(Invitation invitation, Optional<String> inviter) {
        Space space = spaces.get(invitation.space());
        if (space.state() != SpaceState.ACTIVE) {
            return new InvitationLink.Dead(Reason.SPACE_CLOSED, inviter);
        }
        if (!stillInvites(invitation, space)) {
            return new InvitationLink.Dead(Reason.INVITER_GONE, Optional.empty());
        }
        Optional<Account> account = signIn.find(invitation.platformId(), invitation.email());
        return new InvitationLink.Good(invitation, space, inviter, account);
    }

    private InvitationLink lookIntoTeam(Invitation invitation, Optional<String> inviter) {
        Reseller reseller = resellers.get(invitation.reseller());
        if (!reseller.isPresent() || reseller.state().isClosedForNow()) {
            return new InvitationLink.Dead(Reason.TEAM_CLOSED, Optional.empty());
        }
        if (!reseller.has(invitation.invitedBy())) {
            return new InvitationLink.Dead(Reason.TEAM_INVITER_GONE, Optional.empty());
        }
        Optional<Account> account = signIn.find(invitation.platformId(), invitation.email());
        if (account.filter(found -> !found.isActive()).isPresent()) {
            return new InvitationLink.Dead(Reason.ACCOUNT_NOT_ACTIVE, inviter);
        }
        if (account.filter(found -> !isFreeFor(found, reseller)).isPresent()) {
            return new InvitationLink.Dead(Reason.NOT_FREE, inviter);
        }
        return new InvitationLink.Team(invitation, reseller, inviter, account);
    }

    /** An account has one Reseller Module, and nobody decides about resellers and is one. */
    private boolean isFreeFor(Account account, Reseller reseller) {
        return Stream.of(Role.REVIEWER, Role.TEAM_LEAD, Role.OPS).noneMatch(account.roles()::has)
                && resellers
                        .findPresentByAccountId(account.id())
                        .filter(other -> !other.id().equals(reseller.id()))
                        .isEmpty();
    }

    private Optional<Reason> closed(Invitation invitation, InvitationTokens.Known token) {
        return switch (invitation.state()) {
            case ACCEPTED -> Optional.of(Reason.ACCEPTED);
            case REVOKED -> Optional.of(Reason.REVOKED);
            case EXPIRED -> Optional.of(Reason.EXPIRED);
            // A mail that could not be delivered has no reader; whoever comes with such a link got it elsewhere.
            case PREPARED, UNDELIVERABLE -> Optional.of(Reason.UNKNOWN);
            case OPEN -> {
                if (token.voided()) {
                    yield Optional.of(Reason.REPLACED);
                }
                yield token.expired() || !invitation.isOpenAt(clock.instant())
                        ? Optional.of(Reason.EXPIRED)
                        : Optional.empty();
            }
        };
    }

    /** The inviter may have left, or been given a lower role, since. */
    private boolean stillInvites(Invitation invitation, Space space) {
        if (invitation.byReseller()) {
            return space.platformId()
                    .reseller()
                    .flatMap(resellers::findById)
                    .filter(Reseller::isPresent)
                    .isPresent();
        }
        SpaceRole role = Objects.requireNonNull(invitation.role());
        return accounts.findById(invitation.invitedBy())
                .filter(Account::isActive)
                .flatMap(account -> access.of(account.id(), space.platformId(), space.id()))
                .filter(visitor -> visitor.role().mayInvite(role))
                .isPresent();
    }

    private Optional<String> inviterOf(Invitation invitation) {
        return invitation.byReseller() && invitation.kind() == InvitationKind.SPACE
                ? Optional.empty()
                : accounts.findById(invitation.invitedBy()).map(Account::name);
    }
}
