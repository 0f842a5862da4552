package io.rocketbots.onboarding.customer.space.step;

import io.rocketbots.onboarding.customer.space.ReleaseWaitingSpaces;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.process.Variables.RejectSpace;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import org.springframework.stereotype.Component;

/** A Space is not made: its reseller reads why in the module. */
@Component
class RejectSpaceWorker implements LocalStepWorker<RejectSpace, Nothing> {

    private final Spaces spaces;
    private final Resellers resellers;
    private final Timeline timeline;

    RejectSpaceWorker(Spaces spaces, Resellers resellers, Timeline timeline) {
        this.spaces = spaces;
        this.resellers = resellers;
        this.timeline = timeline;
    }

    @Override
    public JobType<RejectSpace, Nothing> jobType() {
        return JobTypes.REJECT_SPACE;
    }

    @Override
    public Outcome<Nothing> apply(RejectSpace input, Job job) {
        Space space = spaces.lock(new SpaceId(input.spaceId()));
        if (space.state() == SpaceState.REQUESTED) {
            String why = inWords(StepError.valueOf(input.refusal()));
            spaces.save(space.reject(why));
            space.platformId()
                    .reseller()
                    .map(resellers::get)
                    .ifPresent(reseller -> timeline.tellTeam(
                            reseller.applicationId(),
                            Timeline.SYSTEM,
                            "The Space \"" + space.name() + "\" was not made. " + why));
        }
        return Outcome.done();
    }

    private static String inWords(StepError refusal) {
        return switch (refusal) {
            case RESELLER_SUSPENDED -> ReleaseWaitingSpaces.REFUSED_WHILE_CLOSED;
            case SPACE_NAME_TAKEN -> "Another Space of your platform has this name. Add it with another one.";
            default -> throw new IllegalArgumentException(refusal + " is no reason for not making a Space.");
        };
    }
}
