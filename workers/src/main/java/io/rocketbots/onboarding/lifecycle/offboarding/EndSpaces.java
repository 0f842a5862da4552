package io.rocketbots.onboarding.lifecycle.offboarding;

import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Cancels the Spaces of a reseller that has left; housekeeping deletes what they hold after the usual time. */
@Component
class EndSpaces implements EndsWithReseller {

    private final Spaces spaces;
    private final Outbox outbox;
    private final Clock clock;

    EndSpaces(Spaces spaces, Outbox outbox, Clock clock) {
        this.spaces = spaces;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Override
    public void end(Reseller reseller) {
        spaces.findByPlatformIdOrderByName(PlatformId.of(reseller.id())).stream()
                .map(Space::id)
                .map(spaces::lock)
                .filter(space -> space.state().canBecome(SpaceState.CANCELLED))
                .forEach(this::cancel);
    }

    private void cancel(Space space) {
        spaces.save(space.cancel(clock.instant()));
        outbox.put(
                MessageTypes.SPACE_CANCELLED,
                space.id().value(),
                space.id().value().toString(),
                new Nothing());
    }
}
