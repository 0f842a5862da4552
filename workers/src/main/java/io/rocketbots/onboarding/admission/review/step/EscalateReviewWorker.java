package io.rocketbots.onboarding.admission.review.step;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskMails;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForTask;
import io.rocketbots.onboarding.process.Variables.Nothing;
import java.util.Map;
import org.springframework.stereotype.Component;

/** The deadline has passed: the leads hear of it, and the applicant is told honestly that it takes longer. */
@Component
class EscalateReviewWorker implements LocalStepWorker<ForTask, Nothing> {

    private final Tasks tasks;
    private final TaskMails taskMails;
    private final Applications applications;
    private final Mails mails;
    private final Timeline timeline;

    EscalateReviewWorker(Tasks tasks, TaskMails taskMails, Applications applications, Mails mails, Timeline timeline) {
        this.tasks = tasks;
        this.taskMails = taskMails;
        this.applications = applications;
        this.mails = mails;
        this.timeline = timeline;
    }

    @Override
    public JobType<ForTask, Nothing> jobType() {
        return JobTypes.ESCALATE_REVIEW;
    }

    @Override
    public Outcome<Nothing> apply(ForTask input, Job job) {
        Task task = tasks.lock(new TaskId(input.taskId()));
        if (!task.isOpen() || task.overdue()) {
            return Outcome.done();
        }
        tasks.save(task.missDeadline());
        Application application = applications.get(task.applicationId());
        // A review reopened after its deadline is overdue at once; everybody has been told before.
        if (application.state() == ApplicationState.UNDER_REVIEW && !application.overdue()) {
            String occasion = String.valueOf(job.elementInstanceKey());
            applications.save(application.missDeadline());
            taskMails.toLeads(MailTemplate.REVIEW_OVERDUE, task, occasion);
            mails.queue(
                    MailTemplate.APPLICATION_TAKES_LONGER, application.id(), Recipient.applicant(), occasion, Map.of());
            timeline.tellEverybody(application.id(), Timeline.TEAM, "The review takes longer than promised.");
        }
        return Outcome.done();
    }
}
