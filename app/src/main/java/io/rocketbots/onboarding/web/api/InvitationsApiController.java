package io.rocketbots.onboarding.web.api;

import io.rocketbots.onboarding.customer.invitation.Invitation;
import io.rocketbots.onboarding.customer.invitation.Invitations;
import io.rocketbots.onboarding.customer.invitation.InviteToSpace;
import io.rocketbots.onboarding.customer.invitation.ResendInvitation;
import io.rocketbots.onboarding.customer.invitation.RevokeInvitation;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.web.problem.ApiProblem;
import io.rocketbots.onboarding.web.problem.ProblemType;
import io.rocketbots.onboarding.web.security.ApiCaller;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Invitations into the Spaces of the reseller's platform, made in the name of the reseller. */
@RestController
@RequestMapping(
        path = ApiConfiguration.PATH + "/spaces/{space}/invitations",
        produces = MediaType.APPLICATION_JSON_VALUE)
class InvitationsApiController {

    private final Spaces spaces;
    private final Invitations invitations;
    private final InviteToSpace inviteToSpace;
    private final ResendInvitation resendInvitation;
    private final RevokeInvitation revokeInvitation;

    InvitationsApiController(
            Spaces spaces,
            Invitations invitations,
            InviteToSpace inviteToSpace,
            ResendInvitation resendInvitation,
            RevokeInvitation revokeInvitation) {
        this.spaces = spaces;
        this.invitations = invitations;
        this.inviteToSpace = inviteToSpace;
        this.resendInvitation = resendInvitation;
        this.revokeInvitation = revokeInvitation;
    }

    /**
     * One invitation.
     *
     * @param state prepared, open, accepted, revoked, expired or undeliverable
     */
    record InvitationAnswer(
            UUID id,
            String email,
            @Nullable String role,
            String state,
            Instant createdAt,
            @Nullable Instant sentAt,
            @Nullable Instant expiresAt) {}

    record InvitationsAnswer(List<InvitationAnswer> items) {}

    /** Who is to be invited, and as what: owner (if left out), manager or agent. */
    record InvitationRequest(
            @Nullable List<String> emails, @Nullable String role) {}

    /**
     * What became of each address.
     *
     * @param prepared whether mails go out only when the platform is live
     */
    record InvitedAnswer(List<AddressAnswer> items, boolean prepared) {}

    /**
     * One address.
     *
     * @param outcome invited, already-member, already-invited or is-reseller
     */
    record AddressAnswer(
            String email, String outcome, @Nullable UUID invitationId) {}

    @GetMapping
    @Needs(ApiScope.INVITATIONS_READ)
    InvitationsAnswer invitations(@PathVariable UUID space, @AuthenticationPrincipal ApiCaller caller) {
        SpaceVisitor visitor = visitor(space, caller);
        return new InvitationsAnswer(
                invitations.findBySpaceIdOrderByCreatedAtDesc(visitor.space().id()).stream()
                        .map(InvitationsApiController::answer)
                        .toList());
    }

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(ApiScope.INVITATIONS_WRITE)
    InvitedAnswer invite(
            @PathVariable UUID space,
            @RequestBody InvitationRequest wanted,
            @AuthenticationPrincipal ApiCaller caller) {
        return invite(visitor(space, caller), wanted.emails(), role(wanted.role()));
    }

    @GetMapping("/{id}")
    @Needs(ApiScope.INVITATIONS_READ)
    InvitationAnswer invitation(
            @PathVariable UUID space, @PathVariable UUID id, @AuthenticationPrincipal ApiCaller caller) {
        return answer(find(visitor(space, caller), id));
    }

    /** Sends the mail once more; links that went out before are dead. */
    @PostMapping("/{id}/resend")
    @Needs(ApiScope.INVITATIONS_WRITE)
    InvitationAnswer resend(
            @PathVariable UUID space, @PathVariable UUID id, @AuthenticationPrincipal ApiCaller caller) {
        SpaceVisitor visitor = visitor(space, caller);
        switch (resendInvitation.resend(visitor, new InvitationId(id))) {
            case SENT -> {
                // The answer below shows it.
            }
            case TOO_SOON ->
                throw ApiProblem.retryAfter(ProblemType.TOO_MANY_CALLS, resendInvitation.pauseLeft(find(visitor, id)));
            case NOT_LIVE_YET ->
                throw ApiProblem.of(ProblemType.CONFLICT, "It goes out as soon as the platform is live.");
            case CLOSED -> throw ApiProblem.of(ProblemType.CONFLICT, "It was accepted, revoked or has ended.");
            case NOT_THERE -> throw ApiProblem.of(ProblemType.NOT_FOUND);
        }
        return answer(find(visitor, id));
    }

    /** Revokes it: its links are dead at once. */
    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(ApiScope.INVITATIONS_WRITE)
    void revoke(@PathVariable UUID space, @PathVariable UUID id, @AuthenticationPrincipal ApiCaller caller) {
        SpaceVisitor visitor = visitor(space, caller);
        find(visitor, id);
        if (!revokeInvitation.revoke(visitor, new InvitationId(id))) {
            throw ApiProblem.of(ProblemType.CONFLICT, "It was accepted, revoked or has ended.");
        }
    }

    private InvitedAnswer invite(SpaceVisitor visitor, @Nullable List<String> emails, SpaceRole role) {
        String typed = String.join("\n", Objects.requireNonNullElse(emails, List.of()));
        return switch (inviteToSpace.invite(visitor, typed, role)) {
            case InviteToSpace.Result.Done done ->
                new InvitedAnswer(
                        done.answers().stream()
                                .map(InvitationsApiController::address)
                                .toList(),
                        done.prepared());
            case InviteToSpace.Result.Faulty faulty ->
                throw ApiProblem.ofFields(new LinkedHashMap<>(faulty.problems()));
        };
    }

    /** The reseller in one of the Spaces of its platform; those of others are not there. */
    private SpaceVisitor visitor(UUID space, ApiCaller caller) {
        return spaces.findByIdAndPlatformId(
                        new SpaceId(space), PlatformId.of(caller.reseller().id()))
                .filter(found -> found.state() != SpaceState.DELETED)
                .map(found -> new SpaceVisitor(found, caller.reseller().accountId(), SpaceRole.OWNER, true))
                .orElseThrow(() -> ApiProblem.of(ProblemType.NOT_FOUND));
    }

    private Invitation find(SpaceVisitor visitor, UUID id) {
        return invitations
                .findById(new InvitationId(id))
                .filter(found -> visitor.space().id().equals(found.spaceId()))
                .orElseThrow(() -> ApiProblem.of(ProblemType.NOT_FOUND));
    }

    private static SpaceRole role(@Nullable String wanted) {
        Optional<SpaceRole> role = wanted == null
                ? Optional.of(SpaceRole.OWNER)
                : Arrays.stream(SpaceRole.values())
                        .filter(one -> Words.of(one).equals(wanted))
                        .findFirst();
        return role.orElseThrow(() -> ApiProblem.ofFields(Map.of("role", "Choose one of owner, manager and agent.")));
    }

    private static AddressAnswer address(InviteToSpace.Answer answer) {
        InvitationId invitation = answer.invitation();
        return new AddressAnswer(
                answer.email(), Words.of(answer.what()), invitation == null ? null : invitation.value());
    }

    private static InvitationAnswer answer(Invitation invitation) {
        SpaceRole role = invitation.role();
        return new InvitationAnswer(
                invitation.id().value(),
                invitation.email(),
                role == null ? null : Words.of(role),
                Words.of(invitation.state()),
                invitation.createdAt(),
                invitation.sentAt(),
                invitation.expiresAt());
    }
}
