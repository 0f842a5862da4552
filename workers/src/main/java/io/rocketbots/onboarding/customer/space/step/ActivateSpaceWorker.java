package io.rocketbots.onboarding.customer.space.step;

import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceMembers;
import io.rocketbots.onboarding.customer.space.SpaceOpened;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.integration.webhook.DomainEvent;
import io.rocketbots.onboarding.integration.webhook.WebhookEvent;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForSpace;
import io.rocketbots.onboarding.process.Variables.SpaceActivated;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Opens a Space, and says whether somebody owns it already. */
@Component
class ActivateSpaceWorker implements LocalStepWorker<ForSpace, SpaceActivated> {

    private final Spaces spaces;
    private final SpaceMembers members;
    private final Resellers resellers;
    private final Timeline timeline;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    ActivateSpaceWorker(
            Spaces spaces,
            SpaceMembers members,
            Resellers resellers,
            Timeline timeline,
            Clock clock,
            ApplicationEventPublisher events) {
        this.spaces = spaces;
        this.members = members;
        this.resellers = resellers;
        this.timeline = timeline;
        this.clock = clock;
        this.events = events;
    }

    @Override
    public JobType<ForSpace, SpaceActivated> jobType() {
        return JobTypes.ACTIVATE_SPACE;
    }

    @Override
    public Outcome<SpaceActivated> apply(ForSpace input, Job job) {
        Space space = spaces.lock(new SpaceId(input.spaceId()));
        if (space.state() == SpaceState.REQUESTED) {
            spaces.save(space.activate(clock.instant()));
            events.publishEvent(new SpaceOpened(space.id()));
            space.platformId().reseller().map(resellers::get).ifPresent(reseller -> {
                timeline.tellTeam(
                        reseller.applicationId(), Timeline.SYSTEM, "The Space \"" + space.name() + "\" is ready.");
                events.publishEvent(new DomainEvent(
                        reseller.id(),
                        WebhookEvent.SPACE_ACTIVE,
                        Map.of("spaceId", space.id().value().toString(), "name", space.name())));
            });
        }
        return Outcome.done(new SpaceActivated(members.countBySpaceIdAndRole(space.id(), SpaceRole.OWNER) > 0));
    }
}
