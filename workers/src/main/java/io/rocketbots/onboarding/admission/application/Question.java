package io.rocketbots.onboarding.admission.application;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.QuestionId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** What a reviewer asked the applicant in one round of the review, and the answer once there is one. */
public record Question(
        @Id QuestionId id,
        @Version int version,
        ApplicationId applicationId,
        int round,
        String text,
        String askedBy,
        Instant askedAt,
        @Nullable String answer,
        @Nullable Instant answeredAt) {

    public static Question ask(ApplicationId application, int round, String text, String askedBy, Instant now) {
        return new Question(new QuestionId(UUID.randomUUID()), 0, application, round, text, askedBy, now, null, null);
    }

    public boolean isAnswered() {
        return answer != null;
    }

    public Question answer(String words, Instant now) {
        return new Question(id, version, applicationId, round, text, askedBy, askedAt, words, now);
    }
}
