package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a Space up; it is kept for {@link SpaceTerms#keepCancelled()}. Cancelling a cancelled one changes nothing. */
@Component
public class CancelSpace {

    /** The field into which the name is typed. */
    public static final String CONFIRMATION = "confirmation";

    private final LockedSpaces spaces;
    private final Outbox outbox;
    private final Clock clock;

    CancelSpace(LockedSpaces spaces, Outbox outbox, Clock clock) {
        this.spaces = spaces;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** How it ended. */
    public sealed interface Result {

        record Cancelled(Space space) implements Result {}

        /** Nothing was changed; faults by field name. */
        record Faulty(Map<String, String> faults) implements Result {}
    }

    /**
     * Cancels it.
     *
     * @param typedName the Space's name once more, so that nobody cancels the wrong one
     * @throws NoSuchSpace when the reseller has no such Space
     * @throws SpaceRefused when it was never made
     */
    @Transactional
    public Result cancel(ResellerId reseller, SpaceId id, String typedName, String actor) {
        Space space = spaces.get(reseller, id);
        if (space.state() == SpaceState.CANCELLED) {
            return new Result.Cancelled(space);
        }
        if (!space.state().isKept()) {
            throw SpaceRefused.because(space, "It was never made, so there is nothing to cancel.");
        }
        if (!Space.lower(typedName).equals(Space.lower(space.name()))) {
            return new Result.Faulty(Map.of(CONFIRMATION, "Type the name of the Space exactly: " + space.name()));
        }
        if (space.state() != SpaceState.WAITING_FOR_DOMAIN) {
            outbox.put(MessageTypes.SPACE_CANCELLED, id.value(), id.value().toString(), new Nothing());
        }
        return new Result.Cancelled(spaces.save(reseller, space.cancel(clock.instant()), actor, "Cancelled the Space"));
    }
}
