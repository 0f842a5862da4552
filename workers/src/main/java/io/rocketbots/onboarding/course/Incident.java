package io.rocketbots.onboarding.course;

import io.rocketbots.onboarding.application.ApplicationId;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.course.Chart;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A step that has used up its tries, so that its case stands still until it is tried again.
 *
 * @param application the case, where it is known
 * @param fault the kind of fault
 * @param retryBy who let it be tried again; null when nobody has yet
 */
public record Incident(
        UUID id,
        ProcessId process,
        long processInstanceKey,
        long elementInstanceKey,
        @Nullable ApplicationId application,
        @Nullable UUID subject,
        String elementId,
        String fault,
        Instant failedAt,
        @Nullable Instant retryRequestedAt,
        @Nullable String retryBy) {

    /** What the step is called in the diagram. */
    public String step() {
        return Chart.of(process).place(elementId).map(Chart.Place::name).orElse(elementId);
    }

    /** What failed. */
    public String what() {
        return StepWords.fault(fault);
    }

    /** What the applicant, the reseller or the team does not get meanwhile. */
    public String meaning() {
        return StepWords.meanwhile(
                Chart.of(process).place(elementId).map(Chart.Place::jobType).orElse(null));
    }

    /** What to see to before it is tried again. */
    public String advice() {
        return StepWords.advice(fault);
    }

    public boolean isRetryRequested() {
        return retryRequestedAt != null;
    }
}
