package io.rocketbots.onboarding.task.step;

import io.rocketbots.onboarding.application.ApplicationId;
import io.rocketbots.onboarding.job.Job;
import io.rocketbots.onboarding.job.LocalStepWorker;
import io.rocketbots.onboarding.job.Outcome;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.process.Variables.OpenTask;
import io.rocketbots.onboarding.process.Variables.TaskOpened;
import io.rocketbots.onboarding.task.OpenTasks;
import io.rocketbots.onboarding.task.OpenTasks.Work;
import io.rocketbots.onboarding.task.Task;
import org.springframework.stereotype.Component;

/** Puts a task into the team's list, one row a round. */
@Component
class OpenTaskWorker implements LocalStepWorker<OpenTask, TaskOpened> {

    private final OpenTasks tasks;

    OpenTaskWorker(OpenTasks tasks) {
        this.tasks = tasks;
    }

    @Override
    public JobType<OpenTask, TaskOpened> jobType() {
        return JobTypes.OPEN_TASK;
    }

    @Override
    public Outcome<TaskOpened> apply(OpenTask input, Job job) {
        Task task = tasks.open(
                new Work(
                        TaskKind.of(input.taskKind()),
                        new ApplicationId(input.applicationId()),
                        input.businessId(),
                        input.about()),
                job);
        return Outcome.done(new TaskOpened(
                task.id().value(),
                task.round(),
                task.team(),
                task.schedule().dueAt(),
                task.schedule().remindAt(),
                task.schedule().escalateAt()));
    }
}
