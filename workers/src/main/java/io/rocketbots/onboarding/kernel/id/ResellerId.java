package io.rocketbots.onboarding.kernel.id;

import java.util.UUID;

/** Names one reseller. */
public record ResellerId(UUID value) implements TypedId {}
