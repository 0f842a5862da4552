package io.rocketbots.onboarding.launch.branding.step;

import io.rocketbots.onboarding.admission.task.SettleDecision;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.launch.branding.Brands;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.BrandingChecked;
import io.rocketbots.onboarding.process.Variables.ForCase;
import org.springframework.stereotype.Component;

/** Looks whether the brand is complete already, so that the process does not wait for what has happened. */
@Component
class CheckBrandingWorker implements LocalStepWorker<ForCase, BrandingChecked> {

    private final Brands brands;
    private final SettleDecision settle;

    CheckBrandingWorker(Brands brands, SettleDecision settle) {
        this.brands = brands;
        this.settle = settle;
    }

    @Override
    public JobType<ForCase, BrandingChecked> jobType() {
        return JobTypes.CHECK_BRANDING;
    }

    @Override
    public Outcome<BrandingChecked> apply(ForCase input, Job job) {
        ApplicationId application = new ApplicationId(input.applicationId());
        boolean completed = brands.of(new ResellerId(input.resellerId())).isComplete();
        // The process is past the activation, so nobody need call about it any more.
        settle.closeCall(application, "activation");
        if (completed) {
            settle.closeCall(application, "branding");
        }
        return Outcome.done(new BrandingChecked(completed));
    }
}
