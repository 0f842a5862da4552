package io.rocketbots.onboarding.kernel.id;

import java.util.UUID;

/** Names one question to an applicant. */
public record QuestionId(UUID value) implements TypedId {}
