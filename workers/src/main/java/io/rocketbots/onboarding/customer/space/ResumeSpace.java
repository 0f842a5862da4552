package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Opens a suspended Space again. Resuming an active one changes nothing. */
@Component
public class ResumeSpace {

    private final LockedSpaces spaces;
    private final Clock clock;

    ResumeSpace(LockedSpaces spaces, Clock clock) {
        this.spaces = spaces;
        this.clock = clock;
    }

    /**
     * Resumes it.
     *
     * @throws NoSuchSpace when the reseller has no such Space
     * @throws SpaceRefused when it is neither suspended nor active, or the reseller may not open Spaces at present
     */
    @Transactional
    public Space resume(ResellerId reseller, SpaceId id, String actor) {
        spaces.stateOfNew(reseller);
        Space space = spaces.get(reseller, id);
        return switch (space.state()) {
            case ACTIVE -> space;
            case SUSPENDED -> spaces.save(reseller, space.activate(clock.instant()), actor, "Resumed the Space");
            default -> throw SpaceRefused.because(space, "Only a suspended Space can be resumed.");
        };
    }
}
