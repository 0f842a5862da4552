package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Brings a cancelled Space back with all it held: open at once, or waiting as long as the platform is not live.
 * Restoring one that is there changes nothing.
 */
@Component
public class RestoreSpace {

    private final LockedSpaces spaces;
    private final Clock clock;

    RestoreSpace(LockedSpaces spaces, Clock clock) {
        this.spaces = spaces;
        this.clock = clock;
    }

    /**
     * Restores it.
     *
     * @throws NoSuchSpace when the reseller has no such Space, or not any more
     * @throws SpaceRefused when it was never made, or the reseller may not open Spaces at present
     */
    @Transactional
    public Space restore(ResellerId reseller, SpaceId id, String actor) {
        boolean live = spaces.stateOfNew(reseller) == SpaceState.REQUESTED;
        Space space = spaces.get(reseller, id);
        if (space.state().isKept()) {
            return space;
        }
        if (space.state() != SpaceState.CANCELLED) {
            throw SpaceRefused.because(space, "It was never made, so there is nothing to restore.");
        }
        Space restored = live ? space.activate(clock.instant()) : space.restoreToWaiting();
        return spaces.save(reseller, restored, actor, "Restored the Space");
    }
}
