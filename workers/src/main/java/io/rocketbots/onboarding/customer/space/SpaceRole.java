package io.rocketbots.onboarding.customer.space;

/** What a member may do in a Space, from most to least. */
public enum SpaceRole {
    /** Everything. */
    OWNER("Owner"),
    /** Works with contacts and invites Agents. */
    MANAGER("Manager"),
    /** Works with contacts. */
    AGENT("Agent");

    private final String label;

    SpaceRole(String label) {
        this.label = label;
    }

    /** The word that people read. */
    public String label() {
        return label;
    }

    /** Whether somebody with this role may invite others with that one, which is never above the own. */
    public boolean mayInvite(SpaceRole invited) {
        return switch (this) {
            case OWNER -> true;
            case MANAGER -> invited == AGENT;
            case AGENT -> false;
        };
    }
}
