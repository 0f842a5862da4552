package io.rocketbots.onboarding.task.step;

import io.rocketbots.onboarding.application.ApplicationId;
import io.rocketbots.onboarding.application.ApplicationState;
import io.rocketbots.onboarding.application.Applications;
import io.rocketbots.onboarding.domain.CustomDomains;
import io.rocketbots.onboarding.domain.DomainId;
import io.rocketbots.onboarding.domain.DomainState;
import io.rocketbots.onboarding.job.Job;
import io.rocketbots.onboarding.job.LocalStepWorker;
import io.rocketbots.onboarding.job.Outcome;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.process.Variables.OpenTask;
import io.rocketbots.onboarding.process.Variables.TaskOpened;
import io.rocketbots.onboarding.progress.CaseProgress;
import io.rocketbots.onboarding.task.OpenTasks;
import io.rocketbots.onboarding.task.OpenTasks.Work;
import io.rocketbots.onboarding.task.Task;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts a task into the team's list, one row a round, unless nobody need do it any more. */
@Component
class OpenTaskWorker implements LocalStepWorker<OpenTask, TaskOpened> {

    private final OpenTasks tasks;
    private final Applications applications;
    private final CaseProgress progress;
    private final CustomDomains domains;

    OpenTaskWorker(OpenTasks tasks, Applications applications, CaseProgress progress, CustomDomains domains) {
        this.tasks = tasks;
        this.applications = applications;
        this.progress = progress;
        this.domains = domains;
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

    /** The engine may come back after the time was over and hear of what was done before only now. */
    private boolean isNeedless(Work work) {
        if (applications.get(work.application()).state() == ApplicationState.CANCELLING) {
            return true;
        }
        return switch (work.kind()) {
            case CALL ->
                progress.isDone(applications.get(work.application()), Objects.requireNonNull(work.about(), "about"));
            case DOMAIN_HELP ->
                domains.findById(new DomainId(work.businessId()))
                        .filter(domain -> domain.state() == DomainState.RELEASED)
                        .isPresent();
            case REVIEW, DUPLICATE_ACCOUNT, INTRODUCTION, OFFBOARDING -> false;
        };
    }
}
