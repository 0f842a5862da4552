package io.rocketbots.onboarding.integration.webhook;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An address of a reseller's own that hears of events.
 *
 * @param secretNumber counts the secrets it had
 * @param secretChangedAt null as long as it has its first
 * @param failingSince the first failed try after the last one that worked; null when all is well
 * @param disabledAt when it was switched off, for it failed too long; null while it is on
 */
public record WebhookEndpoint(
        UUID id,
        ResellerId reseller,
        URI url,
        Set<WebhookEvent> events,
        int secretNumber,
        @Nullable Instant secretChangedAt,
        Instant createdAt,
        @Nullable Instant failingSince,
        @Nullable Instant disabledAt) {

    public WebhookEndpoint {
        events = Set.copyOf(events);
    }

    public boolean isOn() {
        return disabledAt == null;
    }

    /** The secrets that sign now: for a while after a change also the former one. */
    List<Integer> secretsAt(Instant now, Duration overlap) {
        boolean former = secretChangedAt != null && now.isBefore(secretChangedAt.plus(overlap));
        return former ? List.of(secretNumber, secretNumber - 1) : List.of(secretNumber);
    }
}
