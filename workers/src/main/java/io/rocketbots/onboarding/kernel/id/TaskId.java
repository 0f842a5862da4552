package io.rocketbots.onboarding.kernel.id;

import java.util.UUID;

/** Names one task. */
public record TaskId(UUID value) implements TypedId {}
