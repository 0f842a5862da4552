package io.rocketbots.onboarding.admission.activation.step;

import io.rocketbots.onboarding.admission.activation.CreateAccount;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.TaskDecision;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
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
import org.springframework.stereotype.Component;

/** Creates the account under the application's email, or the one that the team gave when that was taken. */
@Component
class CreateAccountWorker implements LocalStepWorker<ForDecision, ResellerCreated> {

    private final Applications applications;
    private final TaskDecisions decisions;
    private final CreateAccount createAccount;

    CreateAccountWorker(Applications applications, TaskDecisions decisions, CreateAccount createAccount) {
        this.applications = applications;
        this.decisions = decisions;
        this.createAccount = createAccount;
    }

    @Override
    public JobType<ForDecision, ResellerCreated> jobType() {
        return JobTypes.CREATE_ACCOUNT;
    }

    @Override
    public Outcome<ResellerCreated> apply(ForDecision input, Job job) {
        Application application = applications.get(new ApplicationId(input.applicationId()));
        TaskDecision decision = decisions.get(new TaskId(input.taskId()));
        String email = decision.field("email").orElse(application.contact().email());
        return createAccount
                .create(application, email)
                .map(reseller -> Outcome.done(new ResellerCreated(reseller.id().value())))
                .orElseGet(() -> Outcome.refused(StepError.ACCOUNT_EXISTS));
    }
}
