package io.rocketbots.onboarding.introduction.step;

import io.rocketbots.onboarding.job.Job;
import io.rocketbots.onboarding.job.LocalStepWorker;
import io.rocketbots.onboarding.job.Outcome;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForTask;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.task.Task;
import io.rocketbots.onboarding.task.TaskId;
import io.rocketbots.onboarding.task.Tasks;
import io.rocketbots.onboarding.timeline.Timeline;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Nobody introduced themselves in time, or there is nobody left to meet. */
@Component
class CloseIntroductionWorker implements LocalStepWorker<ForTask, Nothing> {

    private final Tasks tasks;
    private final Timeline timeline;
    private final Clock clock;

    CloseIntroductionWorker(Tasks tasks, Timeline timeline, Clock clock) {
        this.tasks = tasks;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public JobType<ForTask, Nothing> jobType() {
        return JobTypes.CLOSE_INTRODUCTION;
    }

    @Override
    public Outcome<Nothing> apply(ForTask input, Job job) {
        Task task = tasks.lock(new TaskId(input.taskId()));
        if (task.isOpen()) {
            tasks.save(task.cancel(clock.instant()));
            timeline.tellTeam(task.applicationId(), Timeline.SYSTEM, "Nobody introduced themselves to the reseller.");
        }
        return Outcome.done();
    }
}
