package io.rocketbots.onboarding.launch.domain;

/** How far a domain is. */
public enum DomainState {
    /** Its CNAME record is looked for. */
    WAITING,
    /** The record was found; the platform is about to answer there. */
    VERIFIED,
    LIVE,
    /** It was live and its record leads elsewhere now; the platform still answers. */
    BROKEN,
    /** Broken for too long: the platform does not answer there, the name stays reserved. */
    SUSPENDED,
    /** The platform moved to another name, to which this one leads for a while. */
    REDIRECTING,
    /** Given up; others may ask for the name. */
    RELEASED;

    /** Whether a domain may go from this state straight to the next. */
    public boolean canBecome(DomainState next) {
        return switch (this) {
            case WAITING -> next == WAITING || next == VERIFIED || next == RELEASED;
            case VERIFIED -> next == WAITING || next == LIVE || next == RELEASED;
            case LIVE -> next == BROKEN || next == REDIRECTING || next == RELEASED;
            case BROKEN -> next == LIVE || next == SUSPENDED || next == REDIRECTING || next == RELEASED;
            case SUSPENDED -> next == LIVE || next == REDIRECTING || next == RELEASED;
            case REDIRECTING -> next == RELEASED;
            case RELEASED -> false;
        };
    }

    /** Whether the reseller may still choose another name for it. */
    public boolean isChangeable() {
        return this == WAITING || this == VERIFIED;
    }

    /** Whether the name is the reseller's alone. */
    public boolean isProved() {
        return this != WAITING && this != RELEASED;
    }

    /** Whether the platform answers there. */
    public boolean isServed() {
        return this == LIVE || this == BROKEN;
    }
}
