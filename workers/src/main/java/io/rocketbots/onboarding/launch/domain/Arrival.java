package io.rocketbots.onboarding.launch.domain;

/**
 * What came of asking for something under a reseller's domain, over HTTP: whether it arrives here.
 *
 * @param inShort what was answered instead, for the list of checks and as part of a sentence
 */
public record Arrival(Outcome outcome, String inShort) {

    /** Whose answer it was. */
    public enum Outcome {
        /** Ours: whatever stands between, it passes requests on to us. */
        OURS,
        /** Somebody else's. */
        ANOTHERS,
        /** None, or that there is none to be had. */
        NONE
    }

    static Arrival ours() {
        return new Arrival(Outcome.OURS, "requests arrive here");
    }

    static Arrival anothers(String inShort) {
        return new Arrival(Outcome.ANOTHERS, inShort);
    }

    static Arrival none(String inShort) {
        return new Arrival(Outcome.NONE, inShort);
    }

    boolean isOurs() {
        return outcome == Outcome.OURS;
    }
}
