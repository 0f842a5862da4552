package io.rocketbots.onboarding.local.sample;

import io.rocketbots.onboarding.customer.invitation.AcceptInvitation;
import io.rocketbots.onboarding.customer.invitation.InviteToSpace;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceAccess;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.SignIn;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Brings people into sample Spaces. Doing something twice is doing it once. */
@Component
@Profile("local")
class SampleMembers {

    private final SpaceAccess spaceAccess;
    private final InviteToSpace inviteToSpace;
    private final AcceptInvitation acceptInvitation;
    private final SignIn signIn;
    private final SampleLetters letters;

    SampleMembers(
            SpaceAccess spaceAccess,
            InviteToSpace inviteToSpace,
            AcceptInvitation acceptInvitation,
            SignIn signIn,
            SampleLetters letters) {
        this.spaceAccess = spaceAccess;
        this.inviteToSpace = inviteToSpace;
        this.acceptInvitation = acceptInvitation;
        this.signIn = signIn;
        this.letters = letters;
    }

    /** The Space as that person sees it. */
    SpaceVisitor enter(Space space, Account account) {
        return spaceAccess
                .of(account.id(), space.platformId(), space.id())
                .orElseThrow(
                        () -> new IllegalStateException(account.email() + " does not get into " + space.name() + "."));
    }

    void invite(SpaceVisitor by, String email, SpaceRole role) {
        if (inviteToSpace.invite(by, email, role) instanceof InviteToSpace.Result.Faulty(var problems)) {
            throw new IllegalStateException(email + " was not invited: " + problems);
        }
    }

    /** Invites somebody, who makes an account with the password of all samples. */
    Account bring(SpaceVisitor by, String name, String email, SpaceRole role) {
        PlatformId platform = by.space().platformId();
        Optional<Account> there = signIn.find(platform, email);
        if (there.isPresent()) {
            return there.get();
        }
        invite(by, email, role);
        String token = letters.awaitToken(email, "/invitations/");
        return switch (acceptInvitation.createAccount(platform, token, name, SampleAccounts.PASSWORD)) {
            case AcceptInvitation.Result.Joined(var account) -> account;
            case AcceptInvitation.Result refused ->
                throw new IllegalStateException(email + " did not get in: " + refused);
        };
    }
}
