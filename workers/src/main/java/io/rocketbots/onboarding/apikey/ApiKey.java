package io.rocketbots.onboarding.apikey;

import io.rocketbots.onboarding.reseller.ResellerId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key without its secret, of which nobody knows more than the end.
 *
 * @param createdBy the name of who made it
 * @param lastUsedAt to the minute
 */
public record ApiKey(
        UUID id,
        ResellerId reseller,
        String name,
        Set<ApiScope> scopes,
        String lastFour,
        String createdBy,
        Instant createdAt,
        @Nullable Instant lastUsedAt) {

    public ApiKey {
        scopes = Set.copyOf(scopes);
    }

    /** Whether it may do what needs that scope. */
    public boolean may(ApiScope scope) {
        return scope.isGrantedBy(scopes);
    }
}
