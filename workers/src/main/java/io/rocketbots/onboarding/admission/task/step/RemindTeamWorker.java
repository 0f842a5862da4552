package io.rocketbots.onboarding.admission.task.step;

import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskMails;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForTask;
import io.rocketbots.onboarding.process.Variables.Nothing;
import org.springframework.stereotype.Component;

/** Reminds whoever is on the task, else its team. */
@Component
class RemindTeamWorker implements LocalStepWorker<ForTask, Nothing> {

    private final Tasks tasks;
    private final TaskMails mails;

    RemindTeamWorker(Tasks tasks, TaskMails mails) {
        this.tasks = tasks;
        this.mails = mails;
    }

    @Override
    public JobType<ForTask, Nothing> jobType() {
        return JobTypes.REMIND_TEAM;
    }

    @Override
    public Outcome<Nothing> apply(ForTask input, Job job) {
        Task task = tasks.get(new TaskId(input.taskId()));
        if (task.isOpen()) {
            mails.toTeam(MailTemplate.TASK_REMINDER, task, String.valueOf(job.elementInstanceKey()));
        }
        return Outcome.done();
    }
}
