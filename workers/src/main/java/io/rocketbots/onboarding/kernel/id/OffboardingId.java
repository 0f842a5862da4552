package io.rocketbots.onboarding.kernel.id;

import java.util.UUID;

/** Names one offboarding. */
public record OffboardingId(UUID value) implements TypedId {}
