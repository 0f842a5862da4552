package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import java.util.Optional;

/** Where a Space stands. */
public enum SpaceState {
    /** Prepared before the Reseller Platform is live; it is made when that happens. */
    WAITING_FOR_DOMAIN("Waiting for Domain"),
    /** Asked for; {@code space-provisioning} makes it. */
    REQUESTED("Requested"),
    ACTIVE("Active"),
    /** Closed for its users, with all it holds, until it is resumed. */
    SUSPENDED("Suspended"),
    /** Given up; kept for a while, in which it can be restored. */
    CANCELLED("Cancelled"),
    /** Not made, and the reseller reads why. */
    REJECTED("Rejected"),
    /** Nothing is left of it but its row. */
    DELETED("Deleted");

    private final String label;

    SpaceState(String label) {
        this.label = label;
    }

    /** How a Space of a reseller in that state begins; empty when such a reseller gets none. */
    public static Optional<SpaceState> ofNew(ResellerState reseller) {
        return switch (reseller) {
            case ONBOARDING -> Optional.of(WAITING_FOR_DOMAIN);
            case LIVE -> Optional.of(REQUESTED);
            case SUSPENDED, OFFBOARDING, CLOSED, CANCELLED -> Optional.empty();
        };
    }

    /** The words that people read. */
    public String label() {
        return label;
    }

    /** Whether it is there, or on its way to be. */
    public boolean isKept() {
        return switch (this) {
            case WAITING_FOR_DOMAIN, REQUESTED, ACTIVE, SUSPENDED -> true;
            case CANCELLED, REJECTED, DELETED -> false;
        };
    }

    /** Whether nobody gets in at present, though it is there or on its way to be. */
    public boolean isClosedForNow() {
        return isKept() && this != ACTIVE;
    }

    /** Whether a Space may go from this state straight to the next. */
    public boolean canBecome(SpaceState next) {
        return switch (this) {
            case WAITING_FOR_DOMAIN -> next == REQUESTED || next == CANCELLED || next == REJECTED;
            case REQUESTED -> next == ACTIVE || next == CANCELLED || next == REJECTED;
            case ACTIVE -> next == SUSPENDED || next == CANCELLED;
            case SUSPENDED -> next == ACTIVE || next == CANCELLED;
            case CANCELLED -> next == ACTIVE || next == WAITING_FOR_DOMAIN || next == DELETED;
            case REJECTED -> next == REQUESTED;
            case DELETED -> false;
        };
    }
}
