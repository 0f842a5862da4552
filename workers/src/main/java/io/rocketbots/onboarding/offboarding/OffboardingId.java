package io.rocketbots.onboarding.offboarding;

import io.rocketbots.onboarding.store.TypedId;
import java.util.UUID;

/** Names one offboarding. */
public record OffboardingId(UUID value) implements TypedId {}
