package io.rocketbots.onboarding.integration.apikey;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key without its secret, of which nobody knows more than the end.
 *
 * @param creator who made it, by name in {@code createdBy}
 * @param lastUsedAt to the minute
 */
public record ApiKey(
        UUID id,
        ResellerId reseller,
        String name,
        Set<ApiScope> scopes,
        String lastFour,
        AccountId creator,
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
