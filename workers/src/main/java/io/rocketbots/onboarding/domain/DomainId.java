package io.rocketbots.onboarding.domain;

import io.rocketbots.onboarding.store.TypedId;
import java.util.UUID;

/** Names one domain. */
public record DomainId(UUID value) implements TypedId {}
