package io.rocketbots.onboarding.kernel.id;

import java.util.UUID;

/** Names one Space. */
public record SpaceId(UUID value) implements TypedId {}
