package io.rocketbots.onboarding.lifecycle.offboarding.step;

import io.rocketbots.onboarding.admission.application.CaseLinks;
import io.rocketbots.onboarding.kernel.id.OffboardingId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.lifecycle.offboarding.Offboardings;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.ForOffboarding;
import io.rocketbots.onboarding.process.Variables.OffboardingStarted;
import org.springframework.stereotype.Component;

/** Ties an offboarding to its process instance. */
@Component
class StartOffboardingWorker implements LocalStepWorker<ForOffboarding, OffboardingStarted> {

    private final Offboardings offboardings;
    private final CaseLinks links;

    StartOffboardingWorker(Offboardings offboardings, CaseLinks links) {
        this.offboardings = offboardings;
        this.links = links;
    }

    @Override
    public JobType<ForOffboarding, OffboardingStarted> jobType() {
        return JobTypes.START_OFFBOARDING;
    }

    @Override
    public Outcome<OffboardingStarted> apply(ForOffboarding input, Job job) {
        OffboardingId id = new OffboardingId(input.offboardingId());
        if (!offboardings.bind(id, job.processInstanceKey())) {
            return Outcome.refused(StepError.DUPLICATE_START);
        }
        String caseUrl = links.linkFor(offboardings.lock(id).applicationId()).toString();
        return Outcome.done(new OffboardingStarted(caseUrl));
    }
}
