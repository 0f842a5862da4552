package io.rocketbots.onboarding.kernel.id;

import java.util.UUID;

/** Names one account. */
public record AccountId(UUID value) implements TypedId {}
