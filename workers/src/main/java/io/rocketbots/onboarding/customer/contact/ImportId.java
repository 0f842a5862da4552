package io.rocketbots.onboarding.customer.contact;

import io.rocketbots.onboarding.kernel.id.TypedId;
import java.util.UUID;

/** Names one import of contacts. */
public record ImportId(UUID value) implements TypedId {}
