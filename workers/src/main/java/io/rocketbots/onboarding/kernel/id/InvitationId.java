package io.rocketbots.onboarding.kernel.id;

import java.util.UUID;

/** Names one invitation. */
public record InvitationId(UUID value) implements TypedId {}
