package io.rocketbots.onboarding.admission.task.step;

import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskMails;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForTask;
import io.rocketbots.onboarding.process.Variables.Nothing;
import org.springframework.stereotype.Component;

/** Marks the task overdue and tells the leads. */
@Component
class EscalateTaskWorker implements LocalStepWorker<ForTask, Nothing> {

    private final Tasks tasks;
    private final TaskMails mails;
    private final Timeline timeline;

    EscalateTaskWorker(Tasks tasks, TaskMails mails, Timeline timeline) {
        this.tasks = tasks;
        this.mails = mails;
        this.timeline = timeline;
    }

    @Override
    public JobType<ForTask, Nothing> jobType() {
        return JobTypes.ESCALATE_TASK;
    }

    @Override
    public Outcome<Nothing> apply(ForTask input, Job job) {
        Task task = tasks.lock(new TaskId(input.taskId()));
        if (task.isOpen() && !task.overdue()) {
            tasks.save(task.missDeadline());
            mails.toLeads(MailTemplate.TASK_ESCALATION, task, String.valueOf(job.elementInstanceKey()));
            timeline.tellTeam(
                    task.applicationId(),
                    Timeline.SYSTEM,
                    "“" + task.title() + "” is overdue; the team leads have been told.");
        }
        return Outcome.done();
    }
}
