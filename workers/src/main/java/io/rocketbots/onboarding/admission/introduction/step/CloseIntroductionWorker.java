package io.rocketbots.onboarding.admission.introduction.step;

import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.SettleDecision;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForTask;
import io.rocketbots.onboarding.process.Variables.WaitEnded;
import org.springframework.stereotype.Component;

/**
 * Nobody introduced themselves in time, or there is nobody left to meet. Closes nothing when somebody has, and only the
 * message of it is late.
 */
@Component
class CloseIntroductionWorker implements LocalStepWorker<ForTask, WaitEnded> {

    private final Tasks tasks;
    private final TaskDecisions decisions;
    private final SettleDecision settle;
    private final Applications applications;
    private final Timeline timeline;

    CloseIntroductionWorker(
            Tasks tasks, TaskDecisions decisions, SettleDecision settle, Applications applications, Timeline timeline) {
        this.tasks = tasks;
        this.decisions = decisions;
        this.settle = settle;
        this.applications = applications;
        this.timeline = timeline;
    }

    @Override
    public JobType<ForTask, WaitEnded> jobType() {
        return JobTypes.CLOSE_INTRODUCTION;
    }

    @Override
    public Outcome<WaitEnded> apply(ForTask input, Job job) {
        Task task = tasks.lock(new TaskId(input.taskId()));
        if (!task.isOpen()) {
            return Outcome.done(new WaitEnded(false));
        }
        boolean decided = decisions.existsById(task.id());
        if (decided && isThereSomebodyToMeet(task)) {
            return Outcome.done(new WaitEnded(true));
        }
        settle.close(task.id());
        if (!decided) {
            timeline.tellTeam(task.applicationId(), Timeline.SYSTEM, "Nobody introduced themselves to the reseller.");
        }
        return Outcome.done(new WaitEnded(false));
    }

    private boolean isThereSomebodyToMeet(Task task) {
        ApplicationState state = applications.get(task.applicationId()).state();
        return state == ApplicationState.APPROVED || state == ApplicationState.LIVE;
    }
}
