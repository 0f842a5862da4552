package io.rocketbots.onboarding.admission.application;

import java.util.Set;

/** How far a case is, as the database knows it; where exactly it waits, the engine knows. */
public enum ApplicationState {
    SUBMITTED,
    UNDER_REVIEW,
    WAITING_FOR_APPLICANT,
    APPROVED,
    /** Somebody asked to end it; the engine is being told. */
    CANCELLING,
    REJECTED,
    WITHDRAWN,
    CANCELLED,
    CLOSED,
    LIVE;

    /** Whether the case may go from this state straight to the next. */
    public boolean canBecome(ApplicationState next) {
        return switch (this) {
            case SUBMITTED -> Set.of(UNDER_REVIEW, CANCELLING).contains(next);
            case UNDER_REVIEW ->
                Set.of(WAITING_FOR_APPLICANT, APPROVED, REJECTED, CANCELLING).contains(next);
            case WAITING_FOR_APPLICANT ->
                Set.of(UNDER_REVIEW, WITHDRAWN, CANCELLING).contains(next);
            case APPROVED -> Set.of(REJECTED, CANCELLING, CLOSED, LIVE).contains(next);
            case CANCELLING -> Set.of(WITHDRAWN, CANCELLED).contains(next);
            case REJECTED, WITHDRAWN, CANCELLED, CLOSED, LIVE -> false;
        };
    }

    /** Nothing more will happen to the case. */
    public boolean isEnd() {
        return Set.of(REJECTED, WITHDRAWN, CANCELLED, CLOSED, LIVE).contains(this);
    }

    /** The team has not decided yet, so the applicant may withdraw. */
    public boolean isBeforeDecision() {
        return Set.of(SUBMITTED, UNDER_REVIEW, WAITING_FOR_APPLICANT).contains(this);
    }
}
