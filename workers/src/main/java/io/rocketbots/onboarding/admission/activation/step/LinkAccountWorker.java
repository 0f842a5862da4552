package io.rocketbots.onboarding.admission.activation.step;

import io.rocketbots.onboarding.admission.activation.CreateAccount;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.LinkChoice;
import io.rocketbots.onboarding.admission.task.SettleDecision;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.ForDecision;
import io.rocketbots.onboarding.process.Variables.ResellerCreated;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Makes the account that has the applicant's email already the reseller's; one that became another's meanwhile goes back to the team. */
@Component
class LinkAccountWorker implements LocalStepWorker<ForDecision, ResellerCreated> {

    private final Applications applications;
    private final LinkChoice linkChoice;
    private final SettleDecision settle;
    private final CreateAccount createAccount;

    LinkAccountWorker(
            Applications applications, LinkChoice linkChoice, SettleDecision settle, CreateAccount createAccount) {
        this.applications = applications;
        this.linkChoice = linkChoice;
        this.settle = settle;
        this.createAccount = createAccount;
    }

    @Override
    public JobType<ForDecision, ResellerCreated> jobType() {
        return JobTypes.LINK_ACCOUNT;
    }

    @Override
    public Outcome<ResellerCreated> apply(ForDecision input, Job job) {
        Application application = applications.get(new ApplicationId(input.applicationId()));
        Optional<String> obstacle = linkChoice.obstacle(application);
        if (obstacle.isPresent()) {
            settle.revoke(new TaskId(input.taskId()), obstacle.get());
            return Outcome.refused(StepError.ACCOUNT_IN_USE);
        }
        return Outcome.done(
                new ResellerCreated(createAccount.link(application).id().value()));
    }
}
