package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.process.Variables.InvitationTiming;
import java.time.Duration;

/**
 * How long invitations are good and how many there may be.
 *
 * @param first when who was invited is reminded, counted from the mail
 * @param second when they are reminded again
 * @param validFor how long the link is good
 * @param most so many people does one person invite at most
 * @param within in that time
 * @param resendPause a mail is sent again only after that
 */
public record InvitationTerms(
        Duration first, Duration second, Duration validFor, int most, Duration within, Duration resendPause) {

    /** What the model's timers need. */
    public InvitationTiming timing() {
        return new InvitationTiming(first, second, validFor);
    }
}
