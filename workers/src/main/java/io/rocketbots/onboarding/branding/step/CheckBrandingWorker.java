package io.rocketbots.onboarding.branding.step;

import io.rocketbots.onboarding.branding.Brands;
import io.rocketbots.onboarding.job.Job;
import io.rocketbots.onboarding.job.LocalStepWorker;
import io.rocketbots.onboarding.job.Outcome;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.BrandingChecked;
import io.rocketbots.onboarding.process.Variables.ForCase;
import io.rocketbots.onboarding.reseller.ResellerId;
import org.springframework.stereotype.Component;

/** Looks whether the brand is complete already, so that the process does not wait for what has happened. */
@Component
class CheckBrandingWorker implements LocalStepWorker<ForCase, BrandingChecked> {

    private final Brands brands;

    CheckBrandingWorker(Brands brands) {
        this.brands = brands;
    }

    @Override
    public JobType<ForCase, BrandingChecked> jobType() {
        return JobTypes.CHECK_BRANDING;
    }

    @Override
    public Outcome<BrandingChecked> apply(ForCase input, Job job) {
        return Outcome.done(new BrandingChecked(
                brands.of(new ResellerId(input.resellerId())).isComplete()));
    }
}
