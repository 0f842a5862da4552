package io.rocketbots.onboarding.customer.invitation;

/** What somebody is invited into. */
public enum InvitationKind {
    /** A Space, on the platform that the Space belongs to. */
    SPACE,
    /** The people of a reseller, who have its Reseller Module; accepted on Rocketbots. */
    TEAM
}
