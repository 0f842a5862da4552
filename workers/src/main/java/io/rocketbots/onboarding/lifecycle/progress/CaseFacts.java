package io.rocketbots.onboarding.lifecycle.progress;

import io.rocketbots.onboarding.admission.application.ApplicationState;

/** What has happened in a case so far, put together from the features that know. */
public record CaseFacts(
        ApplicationState state,
        boolean overdue,
        boolean accountCreated,
        boolean accountActive,
        boolean brandingCompleted,
        DomainFact domain) {

    /** How far the custom domain is. */
    public enum DomainFact {
        NOT_SET,
        WAITING_FOR_DNS,
        /** The record was not found in time, and the team helps. */
        HELPED,
        LIVE,
        /** It was live and leads elsewhere now, or is suspended for that. */
        BROKEN
    }
}
