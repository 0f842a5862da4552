package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.ForSpace;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A reseller asks for a Space on its platform; before that is live, it waits for it. */
@Component
public class RequestSpace {

    private final Spaces spaces;
    private final Resellers resellers;
    private final Outbox outbox;
    private final Timeline timeline;
    private final Clock clock;

    RequestSpace(Spaces spaces, Resellers resellers, Outbox outbox, Timeline timeline, Clock clock) {
        this.spaces = spaces;
        this.resellers = resellers;
        this.outbox = outbox;
        this.timeline = timeline;
        this.clock = clock;
    }

    /** How it ended. */
    public sealed interface Result {

        record Requested(Space space) implements Result {}

        /** Nothing was saved; faults by field name. */
        record Faulty(Map<String, String> faults) implements Result {}
    }

    /**
     * Takes what was asked for.
     *
     * @param by who asked, by name in {@code actor} for the timeline
     * @throws SpaceRefused when the reseller gets no Spaces at present
     */
    @Transactional
    public Result request(ResellerId reseller, SpaceDraft draft, AccountId by, String actor) {
        // One at a time: two of the same name, or one just when the platform goes live, must see each other.
        Reseller asking = resellers.lock(reseller);
        SpaceState state = SpaceState.ofNew(asking.state())
                .orElseThrow(() -> new SpaceRefused("Your account cannot add Spaces at present."));
        PlatformId platform = PlatformId.of(reseller);
        SpaceRules rules = new SpaceRules();
        String name = rules.readName(draft.name());
        String language = rules.readLanguage(draft.primaryLanguage());
        @Nullable Integer limit = rules.readLimit(draft.limited(), draft.maximumContacts());
        if (spaces.existsByPlatformIdAndNameLower(platform, Space.lower(name))) {
            rules.nameIsTaken();
        }
        if (!rules.areKept()) {
            return new Result.Faulty(rules.faults());
        }
        Space space = spaces.save(Space.request(platform, name, language, limit, state, by, clock.instant()));
        if (state == SpaceState.REQUESTED) {
            outbox.put(
                    MessageTypes.SPACE_REQUESTED,
                    space.id().value(),
                    space.id().value().toString(),
                    new ForSpace(space.id().value()));
        }
        timeline.tellTeam(asking.applicationId(), actor, "Added the Space \"" + space.name() + "\".");
        return new Result.Requested(space);
    }
}
