package io.rocketbots.onboarding.admission.task.step;

import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.NeedlessTask;
import io.rocketbots.onboarding.admission.task.OpenTasks;
import io.rocketbots.onboarding.admission.task.OpenTasks.Work;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.process.Variables.OpenTask;
import io.rocketbots.onboarding.process.Variables.TaskOpened;
import java.util.List;
import org.springframework.stereotype.Component;

/** Puts a task into the team's list, one row a round, unless nobody need do it any more. */
@Component
class OpenTaskWorker implements LocalStepWorker<OpenTask, TaskOpened> {

    private final OpenTasks tasks;
    private final Applications applications;
    private final List<NeedlessTask> rules;

    OpenTaskWorker(OpenTasks tasks, Applications applications, List<NeedlessTask> rules) {
        this.tasks = tasks;
        this.applications = applications;
        this.rules = List.copyOf(rules);
    }

    @Override
    public JobType<OpenTask, TaskOpened> jobType() {
        return JobTypes.OPEN_TASK;
    }

    @Override
    public Outcome<TaskOpened> apply(OpenTask input, Job job) {
        Work work = new Work(
                TaskKind.of(input.taskKind()),
                new ApplicationId(input.applicationId()),
                input.businessId(),
                input.about());
        Task task = tasks.open(work, job);
        if (isNeedless(work)) {
            tasks.closeAtOnce(task);
        }
        return Outcome.done(new TaskOpened(
                task.id().value(),
                task.round(),
                task.team(),
                task.schedule().dueAt(),
                task.schedule().remindAt(),
                task.schedule().escalateAt()));
    }

    private boolean isNeedless(Work work) {
        return applications.get(work.application()).state() == ApplicationState.CANCELLING
                || rules.stream().anyMatch(rule -> rule.isNeedless(work));
    }
}
