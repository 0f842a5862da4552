package io.rocketbots.onboarding.admission.introduction.step;

import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskDecision;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.kernel.id.ResellerId;
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
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Reseller.TeamContact;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Shows the reseller who looks after them, and mails it. */
@Component
class ShareContactWorker implements LocalStepWorker<ForTask, Nothing> {

    private final Tasks tasks;
    private final TaskDecisions decisions;
    private final Resellers resellers;
    private final Mails mails;
    private final Timeline timeline;

    ShareContactWorker(Tasks tasks, TaskDecisions decisions, Resellers resellers, Mails mails, Timeline timeline) {
        this.tasks = tasks;
        this.decisions = decisions;
        this.resellers = resellers;
        this.mails = mails;
        this.timeline = timeline;
    }

    @Override
    public JobType<ForTask, Nothing> jobType() {
        return JobTypes.SHARE_CONTACT;
    }

    @Override
    public Outcome<Nothing> apply(ForTask input, Job job) {
        Task task = tasks.get(new TaskId(input.taskId()));
        Reseller reseller = resellers.get(new ResellerId(task.businessId()));
        TeamContact contact = contactIn(decisions.get(task.id()));
        if (!contact.equals(reseller.contact())) {
            resellers.save(reseller.introduce(contact));
            mails.queue(
                    MailTemplate.INTRODUCTION_MADE,
                    task.applicationId(),
                    Recipient.account(reseller.accountId()),
                    task.id().value().toString(),
                    Map.of("resellerId", reseller.id().value().toString()));
            timeline.tellEverybody(
                    task.applicationId(), Timeline.TEAM, contact.person() + " is the contact from now on.");
        }
        return Outcome.done();
    }

    private static TeamContact contactIn(TaskDecision decision) {
        return new TeamContact(
                decision.field("contactPerson").orElseThrow(),
                decision.field("contactEmail").orElseThrow(),
                decision.field("contactLink").orElse(null),
                decision.field("note").orElse(null));
    }
}
