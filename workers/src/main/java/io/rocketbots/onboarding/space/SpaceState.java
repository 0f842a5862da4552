package io.rocketbots.onboarding.space;

/** Where a Space stands. */
public enum SpaceState {
    /** Prepared before the Reseller Platform is live; it is made when that happens. */
    WAITING_FOR_DOMAIN,
    /** Asked for; {@code space-provisioning} makes it. */
    REQUESTED,
    ACTIVE,
    /** Closed for its users, with all it holds, until it is resumed. */
    SUSPENDED,
    /** Given up; kept for a while, in which it can be restored. */
    CANCELLED,
    /** Never made. */
    REJECTED,
    /** Nothing is left of it but its row. */
    DELETED;

    /** Whether a Space may go from this state straight to the next. */
    public boolean canBecome(SpaceState next) {
        return switch (this) {
            case WAITING_FOR_DOMAIN -> next == REQUESTED || next == CANCELLED || next == REJECTED;
            case REQUESTED -> next == ACTIVE || next == CANCELLED || next == REJECTED;
            case ACTIVE -> next == SUSPENDED || next == CANCELLED;
            case SUSPENDED -> next == ACTIVE || next == CANCELLED;
            case CANCELLED -> next == ACTIVE || next == WAITING_FOR_DOMAIN || next == DELETED;
            case REJECTED, DELETED -> false;
        };
    }
}
