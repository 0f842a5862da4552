package io.rocketbots.onboarding.tenancy.account;

/** What an account may do. */
public enum Role {
    /** Decides on tasks. */
    REVIEWER,
    /** Decides on tasks and suspends resellers. */
    TEAM_LEAD,
    /** Keeps the machine running. */
    OPS,
    /** Has the Reseller Module. */
    RESELLER,
    /** Has Spaces. */
    USER
}
