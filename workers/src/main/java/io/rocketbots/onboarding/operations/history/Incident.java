package io.rocketbots.onboarding.operations.history;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.history.ProcessGraph;
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
        return ProcessGraph.of(process)
                .node(elementId)
                .map(ProcessGraph.FlowNode::name)
                .orElse(elementId);
    }

    /** What failed. */
    public String what() {
        return StepWords.fault(fault);
    }

    /** What the applicant, the reseller or the team does not get meanwhile. */
    public String meaning() {
        return StepWords.meanwhile(ProcessGraph.of(process)
                .node(elementId)
                .map(ProcessGraph.FlowNode::jobType)
                .orElse(null));
    }

    /** What to see to before it is tried again. */
    public String advice() {
        return StepWords.advice(fault);
    }

    public boolean isRetryRequested() {
        return retryRequestedAt != null;
    }
}
