package io.rocketbots.onboarding.lifecycle.offboarding;

/** How far an offboarding is. */
public enum OffboardingState {
    /** Nobody else has confirmed it yet; nothing has changed for the reseller. */
    REQUESTED,
    /** Confirmed: the platform is closed, and the reseller can still come back. */
    GRACE,
    /** Taken back; the engine is being told. */
    WITHDRAWN,
    /** Not confirmed. */
    KEPT,
    /** The reseller is what it was before. */
    RESTORED,
    /** The reseller has left for good. */
    ARCHIVED;

    /** Whether an offboarding may go from this state straight to the next. */
    public boolean canBecome(OffboardingState next) {
        return switch (this) {
            case REQUESTED -> next == GRACE || next == WITHDRAWN || next == KEPT;
            case GRACE -> next == WITHDRAWN || next == ARCHIVED;
            case WITHDRAWN -> next == RESTORED;
            case KEPT, RESTORED, ARCHIVED -> false;
        };
    }

    /** Whether it can still be taken back. */
    public boolean isWithdrawable() {
        return canBecome(WITHDRAWN);
    }

    public boolean isEnd() {
        return this == KEPT || this == RESTORED || this == ARCHIVED;
    }
}
