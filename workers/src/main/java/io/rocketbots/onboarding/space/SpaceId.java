package io.rocketbots.onboarding.space;

import io.rocketbots.onboarding.store.TypedId;
import java.util.UUID;

/** Names one Space. */
public record SpaceId(UUID value) implements TypedId {}
