package io.rocketbots.onboarding.tenancy.reseller;

/** How far a reseller is. */
public enum ResellerState {
    ONBOARDING,
    LIVE,
    /** The team closed its platform for a time. */
    SUSPENDED,
    /** It leaves the program; until the grace period is over, it can come back. */
    OFFBOARDING,
    /** It left the program for good. */
    CLOSED,
    /** The onboarding ended before the platform was live. */
    CANCELLED;

    /** Whether a reseller may go from this state straight to the next. */
    public boolean canBecome(ResellerState next) {
        return switch (this) {
            case ONBOARDING -> next == LIVE || next == CANCELLED;
            case LIVE -> next == SUSPENDED || next == OFFBOARDING;
            case SUSPENDED -> next == LIVE || next == OFFBOARDING;
            case OFFBOARDING -> next == LIVE || next == SUSPENDED || next == CLOSED;
            case CLOSED, CANCELLED -> false;
        };
    }

    /**
     * Whether its platform shows a notice and nothing else, its Reseller Module can only be read, and nothing new is made
     * or mailed for its customers.
     */
    public boolean isClosedForNow() {
        return this == SUSPENDED || this == OFFBOARDING;
    }

    /** Whether the company is no longer with us. */
    public boolean isOver() {
        return this == CLOSED || this == CANCELLED;
    }
}
