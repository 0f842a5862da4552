package io.rocketbots.onboarding.reseller;

import io.rocketbots.onboarding.store.TypedId;
import java.util.UUID;

/** Names one reseller. */
public record ResellerId(UUID value) implements TypedId {}
