package io.rocketbots.onboarding.account.step;

import io.rocketbots.onboarding.account.CreateAccount;
import io.rocketbots.onboarding.application.Application;
import io.rocketbots.onboarding.application.ApplicationId;
import io.rocketbots.onboarding.application.Applications;
import io.rocketbots.onboarding.job.Job;
import io.rocketbots.onboarding.job.LocalStepWorker;
import io.rocketbots.onboarding.job.Outcome;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForApplication;
import io.rocketbots.onboarding.process.Variables.ResellerCreated;
import org.springframework.stereotype.Component;

/** Makes the account that has the applicant's email already the reseller's. */
@Component
class LinkAccountWorker implements LocalStepWorker<ForApplication, ResellerCreated> {

    private final Applications applications;
    private final CreateAccount createAccount;

    LinkAccountWorker(Applications applications, CreateAccount createAccount) {
        this.applications = applications;
        this.createAccount = createAccount;
    }

    @Override
    public JobType<ForApplication, ResellerCreated> jobType() {
        return JobTypes.LINK_ACCOUNT;
    }

    @Override
    public Outcome<ResellerCreated> apply(ForApplication input, Job job) {
        Application application = applications.get(new ApplicationId(input.applicationId()));
        return Outcome.done(
                new ResellerCreated(createAccount.link(application).id().value()));
    }
}
