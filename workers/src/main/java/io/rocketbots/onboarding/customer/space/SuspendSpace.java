package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Closes a Space for its users at once; all it holds stays. Suspending a suspended one changes nothing. */
@Component
public class SuspendSpace {

    private final LockedSpaces spaces;

    SuspendSpace(LockedSpaces spaces) {
        this.spaces = spaces;
    }

    /**
     * Suspends it.
     *
     * @throws NoSuchSpace when the reseller has no such Space
     * @throws SpaceRefused when it is neither active nor suspended
     */
    @Transactional
    public Space suspend(ResellerId reseller, SpaceId id, String actor) {
        Space space = spaces.get(reseller, id);
        return switch (space.state()) {
            case SUSPENDED -> space;
            case ACTIVE -> spaces.save(reseller, space.suspend(), actor, "Suspended the Space");
            default -> throw SpaceRefused.because(space, "Only an active Space can be suspended.");
        };
    }
}
