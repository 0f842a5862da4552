package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes how many contacts a Space may hold. Those that it holds already stay, also beyond a lower limit. */
@Component
public class EditContactLimit {

    private final LockedSpaces spaces;

    EditContactLimit(LockedSpaces spaces) {
        this.spaces = spaces;
    }

    /** How it ended. */
    public sealed interface Result {

        /** It has that limit now; {@code exceeded} when it holds more already. */
        record Changed(Space space, boolean exceeded) implements Result {}

        /** Nothing was changed, since somebody else has changed it meanwhile to what the Space has now. */
        record Overtaken(Space space) implements Result {}

        /** Nothing was changed; faults by field name. */
        record Faulty(Map<String, String> faults) implements Result {}
    }

    /**
     * Changes it.
     *
     * @param limited false for any number of contacts
     * @param maximumContacts as it was typed
     * @param seen the limit that they saw, as {@link #written}; null when they did not look
     * @throws NoSuchSpace when the reseller has no such Space
     * @throws SpaceRefused when the Space is cancelled or was never made
     */
    @Transactional
    public Result edit(
            ResellerId reseller,
            SpaceId id,
            boolean limited,
            String maximumContacts,
            @Nullable String seen,
            String actor) {
        Space space = spaces.get(reseller, id);
        if (!space.state().isKept()) {
            throw SpaceRefused.because(space, "Restore it before you change its limit.");
        }
        SpaceRules rules = new SpaceRules();
        @Nullable Integer limit = rules.readLimit(limited, maximumContacts);
        if (!rules.areKept()) {
            return new Result.Faulty(rules.faults());
        }
        if (seen != null && !seen.equals(written(space)) && !Objects.equals(limit, space.contactLimit())) {
            return new Result.Overtaken(space);
        }
        Space changed = Objects.equals(limit, space.contactLimit())
                ? space
                : spaces.save(reseller, space.limitContacts(limit), actor, words(limit));
        return new Result.Changed(changed, limit != null && changed.contacts() > limit);
    }

    /** The present limit; empty for none. */
    public static String written(Space space) {
        return space.contactLimit() == null ? "" : space.contactLimit().toString();
    }

    private static String words(@Nullable Integer limit) {
        return limit == null
                ? "Took the limit of contacts from the Space"
                : "Set a limit of " + limit + " contacts for the Space";
    }
}
