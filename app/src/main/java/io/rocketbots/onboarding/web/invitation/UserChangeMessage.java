package io.rocketbots.onboarding.web.invitation;

import io.rocketbots.onboarding.customer.invitation.ChangeMember;
import io.rocketbots.onboarding.customer.invitation.ChangeTeam;
import io.rocketbots.onboarding.customer.invitation.ResendInvitation;

/**
 * What people read after they changed something about users.
 *
 * @param refused whether it was not done
 */
public record UserChangeMessage(String words, boolean refused) {

    static UserChangeMessage of(ResendInvitation.Result result) {
        return switch (result) {
            case SENT -> done("The invitation goes out again. Links that were sent before do not work any more.");
            case TOO_SOON -> refused("The last mail went out a moment ago. Wait a little before you send it again.");
            case NOT_LIVE_YET -> refused("The invitation goes out as soon as your platform is live.");
            case CLOSED -> refused("This invitation was accepted or has ended in the meantime.");
            case NOT_THERE -> throw new NoSuchPlace();
        };
    }

    static UserChangeMessage ofRevoking(boolean revoked) {
        return revoked
                ? done("The invitation is taken back. Its link does not work any more.")
                : refused("This invitation was accepted or has ended in the meantime.");
    }

    static UserChangeMessage of(ChangeMember.Result result, String done) {
        return switch (result) {
            case DONE -> done(done);
            case LAST_OWNER -> refused("A Space needs an Owner. Make somebody else Owner first.");
            case NOT_ALLOWED -> refused("Your role in this Space does not allow that.");
            case NOT_THERE -> refused("They are not in this Space any more.");
        };
    }

    static UserChangeMessage of(ChangeTeam.Result result, String done) {
        return switch (result) {
            case DONE -> done(done);
            case IS_OWNER -> refused("The owner stays in the team. Transfer the ownership to somebody else first.");
            case NOT_ALLOWED -> refused("Only the owner can do that.");
            case NOT_THERE -> refused("They are not in the team any more.");
            case CLOSED -> refused("Nothing can be changed at the moment.");
        };
    }

    static UserChangeMessage overtaken() {
        return refused("Somebody else changed this at the same moment. Look at it again, then decide.");
    }

    private static UserChangeMessage done(String words) {
        return new UserChangeMessage(words, false);
    }

    private static UserChangeMessage refused(String words) {
        return new UserChangeMessage(words, true);
    }
}
