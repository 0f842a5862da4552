package io.rocketbots.onboarding.invitation;

import io.rocketbots.onboarding.account.Account;
import io.rocketbots.onboarding.space.Space;
import java.util.Optional;

/** What the link in an invitation's mail leads to. */
public sealed interface InvitationLink {

    /**
     * It can be accepted.
     *
     * @param inviter a person's name; empty when the reseller invited, whose brand the page wears
     * @param account the account that the address has on this platform already
     */
    record Good(Invitation invitation, Space space, Optional<String> inviter, Optional<Account> account)
            implements InvitationLink {}

    /**
     * It cannot be accepted.
     *
     * @param ask whom to ask for another one; empty when nobody knows, or when the reseller invited
     */
    record Dead(Reason reason, Optional<String> ask) implements InvitationLink {}

    /** Why a link is dead. */
    enum Reason {
        /** It was never made, or for another platform. */
        UNKNOWN("This invitation is not known here. Check that you opened the whole link from the mail."),
        ACCEPTED("This invitation has been accepted already."),
        REPLACED("A newer invitation was sent to you. Use the link in the latest mail."),
        REVOKED("This invitation was taken back."),
        EXPIRED("This invitation has expired."),
        SPACE_CLOSED("The Space you were invited to is closed at the moment."),
        INVITER_GONE("Whoever invited you cannot invite people to this Space any more.");

        private final String text;

        Reason(String text) {
            this.text = text;
        }

        /** What the person reads. */
        public String text() {
            return text;
        }
    }
}
