package io.rocketbots.onboarding.kernel.id;

import java.util.UUID;

/** Names one domain. */
public record DomainId(UUID value) implements TypedId {}
