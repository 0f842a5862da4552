package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.integration.webhook.DomainEvent;
import io.rocketbots.onboarding.integration.webhook.WebhookEvent;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** What all changes of a Space by its reseller share: one at a time, told in the case's timeline. */
@Component
class LockedSpaces {

    private final Spaces spaces;
    private final Resellers resellers;
    private final Timeline timeline;
    private final ApplicationEventPublisher events;

    LockedSpaces(Spaces spaces, Resellers resellers, Timeline timeline, ApplicationEventPublisher events) {
        this.spaces = spaces;
        this.resellers = resellers;
        this.timeline = timeline;
        this.events = events;
    }

    /** The Space, locked until the end of the transaction, so that two changes see each other. */
    Space get(ResellerId reseller, SpaceId id) {
        return spaces.findWithLockByIdAndPlatformId(id, PlatformId.of(reseller))
                .filter(space -> space.state() != SpaceState.DELETED)
                .orElseThrow(() -> new NoSuchSpace(id));
    }

    /** Saves a change, and tells the team that it happened. */
    Space save(ResellerId reseller, Space changed, String actor, String told) {
        timeline.tellTeam(resellers.get(reseller).applicationId(), actor, told + " \"" + changed.name() + "\".");
        if (spaces.get(changed.id()).state() != changed.state()) {
            if (changed.isActive()) {
                events.publishEvent(new SpaceOpened(changed.id()));
            }
            eventOf(changed.state())
                    .ifPresent(event -> events.publishEvent(new DomainEvent(
                            reseller,
                            event,
                            Map.of("spaceId", changed.id().value().toString(), "name", changed.name()))));
        }
        return spaces.save(changed);
    }

    private static Optional<WebhookEvent> eventOf(SpaceState state) {
        return switch (state) {
            case ACTIVE -> Optional.of(WebhookEvent.SPACE_ACTIVE);
            case SUSPENDED -> Optional.of(WebhookEvent.SPACE_SUSPENDED);
            case CANCELLED -> Optional.of(WebhookEvent.SPACE_CANCELLED);
            default -> Optional.empty();
        };
    }

    /** Until the end of the transaction nobody else gives a Space of that reseller a name. */
    void holdNames(ResellerId reseller) {
        resellers.lock(reseller);
    }

    /** How a Space of that reseller begins now. */
    SpaceState stateOfNew(ResellerId reseller) {
        return SpaceState.ofNew(resellers.lock(reseller).state())
                .orElseThrow(() -> new SpaceRefused("Your account cannot open Spaces at present."));
    }
}
