package io.rocketbots.onboarding.lifecycle.suspension;

/** What kind of reason a reseller is suspended for. */
public enum SuspensionCategory {
    UNPAID("Unpaid"),
    ABUSE("Abuse"),
    LEGAL("Legal"),
    ON_REQUEST("On request"),
    OTHER("Other");

    private final String label;

    SuspensionCategory(String label) {
        this.label = label;
    }

    /** The word that people read. */
    public String label() {
        return label;
    }
}
