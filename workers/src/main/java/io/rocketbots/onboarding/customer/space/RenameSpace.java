package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives a Space another name, which no other Space of its platform may have. */
@Component
public class RenameSpace {

    private final LockedSpaces locked;
    private final Spaces spaces;

    RenameSpace(LockedSpaces locked, Spaces spaces) {
        this.locked = locked;
        this.spaces = spaces;
    }

    /** How it ended. */
    public sealed interface Result {

        record Renamed(Space space) implements Result {}

        /** Nothing was changed; faults by field name. */
        record Faulty(Map<String, String> faults) implements Result {}
    }

    /**
     * Renames it.
     *
     * @throws NoSuchSpace when the reseller has no such Space
     * @throws SpaceRefused when the Space is cancelled or was never made
     */
    @Transactional
    public Result rename(ResellerId reseller, SpaceId id, String typed, String actor) {
        // Names of a platform are given one at a time, so that two of the same see each other.
        locked.holdNames(reseller);
        Space space = locked.get(reseller, id);
        if (!space.state().isKept()) {
            throw SpaceRefused.because(space, "Restore it before you change its name.");
        }
        SpaceRules rules = new SpaceRules();
        String name = rules.readName(typed);
        if (spaces.existsByPlatformIdAndNameLowerAndIdNot(PlatformId.of(reseller), Space.lower(name), id)) {
            rules.nameIsTaken();
        }
        if (!rules.areKept()) {
            return new Result.Faulty(rules.faults());
        }
        return new Result.Renamed(
                name.equals(space.name())
                        ? space
                        : locked.save(
                                reseller, space.rename(name), actor, "Renamed the Space \"" + space.name() + "\" to"));
    }
}
