package io.rocketbots.onboarding.configuration;

/** What everybody can read here: how the sample accounts of local mode sign in. Production refuses to start with them. */
public final class SampleCredentials {

    /** Of every sample account; local mode refuses to be reached from elsewhere. */
    public static final String PASSWORD = "local-rocketbots-1";

    /** Whoever finds this account in a database knows that local mode has used it. */
    public static final String REVIEWER = "reviewer@rocketbots.localhost";

    private SampleCredentials() {}
}
