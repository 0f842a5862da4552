package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.customer.space.SpaceRoster;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes an invitation back: its links are dead at once. */
@Component
public class RevokeInvitation {

    private static final List<InvitationState> PENDING = Arrays.stream(InvitationState.values())
            .filter(InvitationState::isPending)
            .toList();

    private final Invitations invitations;
    private final InvitationTokens tokens;
    private final SpaceRoster roster;
    private final Resellers resellers;
    private final Outbox outbox;
    private final Clock clock;

    RevokeInvitation(
            Invitations invitations,
            InvitationTokens tokens,
            SpaceRoster roster,
            Resellers resellers,
            Outbox outbox,
            Clock clock) {
        this.invitations = invitations;
        this.tokens = tokens;
        this.roster = roster;
        this.resellers = resellers;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** False when there is none that can still be taken back; then it stays as it is. */
    @Transactional
    public boolean revoke(SpaceVisitor by, InvitationId id) {
        roster.lock(by.space().id());
        Optional<Invitation> invitation = invitations
                .findById(id)
                .filter(found -> by.space().id().equals(found.spaceId()))
                .filter(found -> by.role().mayInvite(Objects.requireNonNull(found.role())))
                .filter(found -> found.state().isPending());
        invitation.ifPresent(this::revoke);
        return invitation.isPresent();
    }

    /** The same of an invitation into the team of a reseller, asked by one of its members. */
    @Transactional
    public boolean revoke(ResellerId team, InvitationId id) {
        resellers.lock(team);
        Optional<Invitation> invitation = invitations
                .findById(id)
                .filter(found -> team.equals(found.resellerId()))
                .filter(found -> found.state().isPending());
        invitation.ifPresent(this::revoke);
        return invitation.isPresent();
    }

    /** Takes back all that leads to the platform of a reseller or into its team. */
    @Transactional
    public void revokeAllOf(ResellerId reseller) {
        Stream.concat(
                        invitations.findByPlatformIdAndStateIn(PlatformId.of(reseller), PENDING).stream(),
                        invitations.findByResellerIdAndStateIn(reseller, PENDING).stream())
                .forEach(this::revoke);
    }

    /** Takes back what somebody who goes had invited, so that no other address of theirs gets in; the team is locked. */
    void revokeAllOf(ResellerId team, AccountId inviter) {
        invitations.findByResellerIdOrderByCreatedAtDesc(team).stream()
                .filter(found ->
                        found.invitedBy().equals(inviter) && found.state().isPending())
                .forEach(this::revoke);
    }

    private void revoke(Invitation invitation) {
        boolean running = invitation.state() == InvitationState.OPEN;
        invitations.save(invitation.revoke(clock.instant()));
        tokens.voidAll(invitation.id());
        if (running) {
            outbox.put(
                    MessageTypes.INVITATION_REVOKED,
                    invitation.id().value(),
                    invitation.id().value().toString(),
                    new Nothing());
        }
    }
}
