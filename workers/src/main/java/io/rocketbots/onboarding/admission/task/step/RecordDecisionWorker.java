package io.rocketbots.onboarding.admission.task.step;

import io.rocketbots.onboarding.admission.task.SettleDecision;
import io.rocketbots.onboarding.admission.task.TaskDecision;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import io.rocketbots.onboarding.process.Variables.RecordDecision;
import org.springframework.stereotype.Component;

/** Records the decision that counts, from whichever door, and empties the variable that brought it. */
@Component
class RecordDecisionWorker implements LocalStepWorker<RecordDecision, DecisionRecorded> {

    private final SettleDecision settle;

    RecordDecisionWorker(SettleDecision settle) {
        this.settle = settle;
    }

    @Override
    public JobType<RecordDecision, DecisionRecorded> jobType() {
        return JobTypes.RECORD_DECISION;
    }

    @Override
    public Outcome<DecisionRecorded> apply(RecordDecision input, Job job) {
        TaskDecision decision = settle.settle(new TaskId(input.taskId()), input.answer());
        return Outcome.done(
                new DecisionRecorded(decision.decision(), decision.door().id(), null));
    }
}
