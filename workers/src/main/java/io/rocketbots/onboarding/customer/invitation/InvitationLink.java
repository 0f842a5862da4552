package io.rocketbots.onboarding.customer.invitation;

import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.util.Optional;

/** What the link in an invitation's mail leads to. */
public sealed interface InvitationLink {

    /** It can be accepted. */
    sealed interface Open extends InvitationLink {

        Invitation invitation();

        /** A person's name; empty when the page itself wears the name of who invites. */
        Optional<String> inviter();

        /** The account that the address has on this platform already. */
        Optional<Account> account();

        /** What one joins, by name. */
        String place();
    }

    /**
     * It leads into a Space.
     *
     * @param inviter a person's name; empty when the reseller invited, whose brand the page wears
     * @param account the account that the address has on this platform already
     */
    record Good(Invitation invitation, Space space, Optional<String> inviter, Optional<Account> account)
            implements Open {

        @Override
        public String place() {
            return space.name();
        }
    }

    /** It leads into the team of a reseller. */
    record Team(Invitation invitation, Reseller reseller, Optional<String> inviter, Optional<Account> account)
            implements Open {

        @Override
        public String place() {
            return reseller.companyName();
        }
    }

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
        INVITER_GONE("Whoever invited you cannot invite people to this Space any more."),
        TEAM_CLOSED("The company that invited you takes nobody into its Reseller Module at the moment."),
        TEAM_INVITER_GONE("Whoever invited you is not with that company any more."),
        /** Only the reader of the mail learns this, never who invited. */
        NOT_FREE("The account of this address cannot join, since it has other duties here. Join with another address."),
        ACCOUNT_NOT_ACTIVE("The account of this address cannot be used at the moment. Join with another address.");

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
