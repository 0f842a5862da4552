package io.rocketbots.onboarding.contact;

import io.rocketbots.onboarding.store.TypedId;
import java.util.UUID;

/** Names one contact. */
public record ContactId(UUID value) implements TypedId {}
