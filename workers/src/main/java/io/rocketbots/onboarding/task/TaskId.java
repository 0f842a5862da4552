package io.rocketbots.onboarding.task;

import io.rocketbots.onboarding.store.TypedId;
import java.util.UUID;

/** Names one task. */
public record TaskId(UUID value) implements TypedId {}
