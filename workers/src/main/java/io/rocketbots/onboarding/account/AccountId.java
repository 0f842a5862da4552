package io.rocketbots.onboarding.account;

import io.rocketbots.onboarding.store.TypedId;
import java.util.UUID;

/** Names one account. */
public record AccountId(UUID value) implements TypedId {}
