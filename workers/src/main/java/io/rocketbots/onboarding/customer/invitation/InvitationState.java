package io.rocketbots.onboarding.customer.invitation;

/** How far an invitation is. */
public enum InvitationState {
    /** Waits for the Reseller Platform to go live; no mail has gone out. */
    PREPARED("Goes out when your platform is live"),
    /** Can be accepted. */
    OPEN("Invited"),
    ACCEPTED("Accepted"),
    REVOKED("Revoked"),
    EXPIRED("Expired"),
    /** The mail server of that address refused the mail for good. */
    UNDELIVERABLE("Undeliverable");

    private final String label;

    InvitationState(String label) {
        this.label = label;
    }

    /** The words that people read. */
    public String label() {
        return label;
    }

    /** Whether an invitation may go from this state straight to the next. */
    public boolean canBecome(InvitationState next) {
        return switch (this) {
            case PREPARED -> next == OPEN || next == REVOKED;
            case OPEN -> next == ACCEPTED || next == REVOKED || next == EXPIRED || next == UNDELIVERABLE;
            case ACCEPTED, REVOKED, EXPIRED, UNDELIVERABLE -> false;
        };
    }

    /** Whether it still leads somewhere, so that the address is not invited a second time. */
    public boolean isPending() {
        return this == PREPARED || this == OPEN;
    }
}
