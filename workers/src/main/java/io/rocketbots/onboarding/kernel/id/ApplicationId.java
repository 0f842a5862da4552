package io.rocketbots.onboarding.kernel.id;

import java.util.UUID;

/** Names an application, and with it the whole case up to the live reseller. */
public record ApplicationId(UUID value) implements TypedId {}
