package io.rocketbots.onboarding.customer.space.step;

import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.SpaceTerms;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.ForSpace;
import io.rocketbots.onboarding.process.Variables.SpaceCreated;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import org.springframework.stereotype.Component;

/** Ties a Space to its process instance and looks once more whether it may be made: time has passed since the request. */
@Component
class CreateSpaceWorker implements LocalStepWorker<ForSpace, SpaceCreated> {

    private final Spaces spaces;
    private final Resellers resellers;
    private final SpaceTerms terms;

    CreateSpaceWorker(Spaces spaces, Resellers resellers, SpaceTerms terms) {
        this.spaces = spaces;
        this.resellers = resellers;
        this.terms = terms;
    }

    @Override
    public JobType<ForSpace, SpaceCreated> jobType() {
        return JobTypes.CREATE_SPACE;
    }

    @Override
    public Outcome<SpaceCreated> apply(ForSpace input, Job job) {
        SpaceId id = new SpaceId(input.spaceId());
        if (!spaces.bind(id, job.processInstanceKey())) {
            return Outcome.refused(StepError.DUPLICATE_START);
        }
        Space space = spaces.get(id);
        // Cancelled in this moment: the message that ends this process is on its way.
        if (space.state() == SpaceState.REQUESTED) {
            if (!mayHaveSpaces(space.platformId().reseller().orElseThrow())) {
                return Outcome.refused(StepError.RESELLER_SUSPENDED);
            }
            if (spaces.existsByPlatformIdAndNameLowerAndIdNot(space.platformId(), Space.lower(space.name()), id)) {
                return Outcome.refused(StepError.SPACE_NAME_TAKEN);
            }
        }
        return Outcome.done(new SpaceCreated(terms.owner()));
    }

    private boolean mayHaveSpaces(ResellerId reseller) {
        return SpaceState.ofNew(resellers.get(reseller).state()).isPresent();
    }
}
