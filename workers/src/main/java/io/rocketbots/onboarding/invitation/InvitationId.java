package io.rocketbots.onboarding.invitation;

import io.rocketbots.onboarding.store.TypedId;
import java.util.UUID;

/** Names one invitation. */
public record InvitationId(UUID value) implements TypedId {}
