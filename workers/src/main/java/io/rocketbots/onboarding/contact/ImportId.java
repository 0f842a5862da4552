package io.rocketbots.onboarding.contact;

import io.rocketbots.onboarding.store.TypedId;
import java.util.UUID;

/** Names one import of contacts. */
public record ImportId(UUID value) implements TypedId {}
