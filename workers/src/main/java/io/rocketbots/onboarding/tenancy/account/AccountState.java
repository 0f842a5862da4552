package io.rocketbots.onboarding.tenancy.account;

/** Whether an account can be signed in to. */
public enum AccountState {
    /** Waits for its owner to set a password. */
    INVITED,
    ACTIVE,
    DISABLED;

    /** Whether an account may go from this state straight to the next. */
    public boolean canBecome(AccountState next) {
        return switch (this) {
            case INVITED -> next == ACTIVE || next == DISABLED;
            case ACTIVE -> next == DISABLED;
            case DISABLED -> next == INVITED;
        };
    }
}
