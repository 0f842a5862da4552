package io.rocketbots.onboarding.space;

import io.rocketbots.onboarding.outbox.Outbox;
import io.rocketbots.onboarding.platform.PlatformId;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.ForSpace;
import io.rocketbots.onboarding.reseller.ResellerId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Lets the Spaces be made that were prepared before the platform was live. */
@Component
public class ReleaseWaitingSpaces {

    private final Spaces spaces;
    private final Outbox outbox;

    ReleaseWaitingSpaces(Spaces spaces, Outbox outbox) {
        this.spaces = spaces;
        this.outbox = outbox;
    }

    /** In the transaction that made the reseller live, after its row was changed: later ones see that and do not wait. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void of(ResellerId reseller) {
        spaces.findByPlatformIdAndState(PlatformId.of(reseller), SpaceState.WAITING_FOR_DOMAIN).stream()
                .map(Space::id)
                .map(spaces::lock)
                .filter(space -> space.state() == SpaceState.WAITING_FOR_DOMAIN)
                .forEach(this::release);
    }

    private void release(Space waiting) {
        Space space = spaces.save(waiting.release());
        outbox.put(
                MessageTypes.SPACE_REQUESTED,
                space.id().value(),
                space.id().value().toString(),
                new ForSpace(space.id().value()));
    }
}
