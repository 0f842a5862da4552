package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.tenancy.account.Account;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * Somebody invited by mail. Nobody has an account or access because of it before it is accepted.
 *
 * @param platformId where it is accepted
 * @param spaceId the Space; null when the invitation is into a team
 * @param resellerId the reseller whose team it is; null when the invitation is into a Space
 * @param openKey unique, so that a target invites an address once at a time; null once it can not be accepted any more
 * @param role in the Space; null in a team, where all are equal
 * @param byReseller whether it was made in the name of the reseller
 * @param sentAt when a mail was asked for last
 * @param expiresAt null until it is open
 * @param settledAt when it was accepted, revoked or the like
 * @param grantedAt when the process had noticed the acceptance
 */
public record Invitation(
        @Id InvitationId id,
        @Version int version,
        InvitationKind kind,
        PlatformId platformId,
        @Nullable SpaceId spaceId,
        @Nullable ResellerId resellerId,
        String email,
        String canonicalEmail,
        @Nullable String openKey,
        @Nullable SpaceRole role,
        AccountId invitedBy,
        boolean byReseller,
        InvitationState state,
        Instant createdAt,
        @Nullable Instant sentAt,
        @Nullable Instant expiresAt,
        @Nullable Instant settledAt,
        @Nullable AccountId acceptedBy,
        @Nullable Instant grantedAt,
        @Nullable Long processInstanceKey) {

    /** Into a Space; it is prepared until {@link #open}. */
    public static Invitation toSpace(SpaceVisitor by, String email, SpaceRole role, Instant now) {
        String canonical = Account.canonical(email);
        return new Invitation(
                new InvitationId(UUID.randomUUID()),
                0,
                InvitationKind.SPACE,
                by.space().platformId(),
                by.space().id(),
                null,
                email,
                canonical,
                openKey(by.space().id().value(), canonical),
                role,
                by.account(),
                by.reseller(),
                InvitationState.PREPARED,
                now,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** Into the team of a reseller; it is prepared until {@link #open}. */
    public static Invitation toTeam(ResellerId reseller, AccountId by, String email, Instant now) {
        String canonical = Account.canonical(email);
        return new Invitation(
                new InvitationId(UUID.randomUUID()),
                0,
                InvitationKind.TEAM,
                PlatformId.ROCKETBOTS,
                null,
                reseller,
                email,
                canonical,
                openKey(reseller.value(), canonical),
                null,
                by,
                true,
                InvitationState.PREPARED,
                now,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static String openKey(UUID target, String canonicalEmail) {
        return target + " " + canonicalEmail;
    }

    /** The mail may go out, and the link in it is good for that long. */
    public Invitation open(Instant now, Duration validFor) {
        return become(InvitationState.OPEN).sentAgain(now, validFor);
    }

    /** The mail goes out once more, and the time begins anew. */
    public Invitation resend(Instant now, Duration validFor) {
        if (state != InvitationState.OPEN) {
            throw new IllegalStateException("Invitation %s is %s and is not sent again.".formatted(id.value(), state));
        }
        return sentAgain(now, validFor);
    }

    /** Somebody used the link. */
    public Invitation accept(AccountId account, Instant now) {
        return become(InvitationState.ACCEPTED).settled(now, account);
    }

    public Invitation revoke(Instant now) {
        return become(InvitationState.REVOKED).settled(now, null);
    }

    /** Nobody used the link in time. */
    public Invitation expire(Instant now) {
        return become(InvitationState.EXPIRED).settled(now, null);
    }

    /** There is nobody at that address. */
    public Invitation bounce(Instant now) {
        return become(InvitationState.UNDELIVERABLE).settled(now, null);
    }

    /** The process knows that the access is there. */
    public Invitation grant(Instant now) {
        if (state != InvitationState.ACCEPTED) {
            throw new IllegalStateException(
                    "Invitation %s is %s: there is nothing to grant.".formatted(id.value(), state));
        }
        return copy(state, openKey, sentAt, expiresAt, settledAt, acceptedBy, now);
    }

    /** The Space; only asked of an invitation into one. */
    public SpaceId space() {
        return Objects.requireNonNull(spaceId, "The invitation is into no Space.");
    }

    /** The reseller; only asked of an invitation into a team. */
    public ResellerId reseller() {
        return Objects.requireNonNull(resellerId, "The invitation is into no team.");
    }

    /** Whose platform or team it leads to; empty when it leads into a Space of Rocketbots. */
    public Optional<ResellerId> owner() {
        return resellerId == null ? platformId.reseller() : Optional.of(resellerId);
    }

    public boolean isOpenAt(Instant now) {
        return state == InvitationState.OPEN && expiresAt != null && now.isBefore(expiresAt);
    }

    private Invitation become(InvitationState next) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException(
                    "Invitation %s is %s and cannot become %s.".formatted(id.value(), state, next));
        }
        return copy(next, openKey, sentAt, expiresAt, settledAt, acceptedBy, grantedAt);
    }

    private Invitation sentAgain(Instant now, Duration validFor) {
        return copy(state, openKey, now, now.plus(validFor), settledAt, acceptedBy, grantedAt);
    }

    private Invitation settled(Instant now, @Nullable AccountId by) {
        return copy(state, null, sentAt, expiresAt, now, by, grantedAt);
    }

    private Invitation copy(
            InvitationState nextState,
            @Nullable String nextOpenKey,
            @Nullable Instant nextSentAt,
            @Nullable Instant nextExpiresAt,
            @Nullable Instant nextSettledAt,
            @Nullable AccountId nextAcceptedBy,
            @Nullable Instant nextGrantedAt) {
        return new Invitation(
                id,
                version,
                kind,
                platformId,
                spaceId,
                resellerId,
                email,
                canonicalEmail,
                nextOpenKey,
                role,
                invitedBy,
                byReseller,
                nextState,
                createdAt,
                nextSentAt,
                nextExpiresAt,
                nextSettledAt,
                nextAcceptedBy,
                nextGrantedAt,
                processInstanceKey);
    }
}
