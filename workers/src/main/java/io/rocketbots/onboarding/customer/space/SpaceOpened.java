package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.SpaceId;

/** A Space is open for its people from this transaction on: it was made, resumed or restored. */
public record SpaceOpened(SpaceId space) {}
