package io.rocketbots.onboarding.space;

/** A Space is open for its people from this transaction on: it was made, resumed or restored. */
public record SpaceOpened(SpaceId space) {}
