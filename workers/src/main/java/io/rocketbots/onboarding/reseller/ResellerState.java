package io.rocketbots.onboarding.reseller;

/** How far a reseller is. */
public enum ResellerState {
    ONBOARDING,
    LIVE,
    CANCELLED;

    /** Whether a reseller may go from this state straight to the next. */
    public boolean canBecome(ResellerState next) {
        return this == ONBOARDING && next != ONBOARDING;
    }
}
