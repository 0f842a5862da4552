package io.rocketbots.onboarding.application;

import io.rocketbots.onboarding.store.TypedId;
import java.util.UUID;

/** Names one question to an applicant. */
public record QuestionId(UUID value) implements TypedId {}
