package io.rocketbots.onboarding.integration.webhook;

import java.net.URI;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One message for one endpoint, as the log shows it.
 *
 * @param messageId the same at every try
 * @param answer the status code of the last answer; null when none came
 * @param error why the last try did not work
 */
public record WebhookDelivery(
        UUID id,
        UUID messageId,
        URI url,
        String event,
        State state,
        int attempts,
        @Nullable Integer answer,
        @Nullable String error,
        Instant createdAt,
        @Nullable Instant lastTriedAt,
        @Nullable Instant nextTryAt) {

    /** How far it is. */
    public enum State {
        PENDING("Waiting"),
        DELIVERED("Delivered"),
        FAILED("Failed");

        private final String label;

        State(String label) {
            this.label = label;
        }

        /** As people read it. */
        public String label() {
            return label;
        }
    }

    /** As programs know it. */
    public String message() {
        return WebhookQueue.messageId(messageId);
    }
}
