package io.rocketbots.onboarding.lifecycle.offboarding;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.OffboardingId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * One attempt to leave the program, from the wish to its end.
 *
 * @param requestedBy who started it and therefore cannot confirm it
 * @param byReseller whether the reseller leaves; else the team started it
 * @param reason why, for whoever confirms
 * @param openOf the reseller until it has ended: unique, one at a time
 * @param stateBefore what the reseller becomes again when it stays
 * @param graceEndsAt until when it can come back, once confirmed
 */
public record Offboarding(
        @Id OffboardingId id,
        @Version int version,
        ResellerId resellerId,
        ApplicationId applicationId,
        AccountId requestedBy,
        String requestedByName,
        boolean byReseller,
        String reason,
        Instant requestedAt,
        OffboardingState state,
        @Nullable UUID openOf,
        ResellerState stateBefore,
        @Nullable Instant graceEndsAt,
        @Nullable String withdrawnByName,
        @Nullable Instant endedAt,
        @Nullable Long processInstanceKey) {

    public static Offboarding request(
            Reseller reseller, AccountId by, String byName, boolean byReseller, String reason, Instant now) {
        return new Offboarding(
                new OffboardingId(UUID.randomUUID()),
                0,
                reseller.id(),
                reseller.applicationId(),
                by,
                byName,
                byReseller,
                reason,
                now,
                OffboardingState.REQUESTED,
                reseller.id().value(),
                reseller.state(),
                null,
                null,
                null,
                null);
    }

    /** It is confirmed, and the grace period begins. */
    public Offboarding beginGrace(ResellerState before, Instant endsAt) {
        return become(OffboardingState.GRACE, before, endsAt, null, null);
    }

    /** Somebody takes it back. */
    public Offboarding withdraw(String byName) {
        return become(OffboardingState.WITHDRAWN, stateBefore, graceEndsAt, byName, null);
    }

    /** It was not confirmed. */
    public Offboarding keep(Instant now) {
        return become(OffboardingState.KEPT, stateBefore, graceEndsAt, withdrawnByName, now);
    }

    /** All is as it was before. */
    public Offboarding restore(Instant now) {
        return become(OffboardingState.RESTORED, stateBefore, graceEndsAt, withdrawnByName, now);
    }

    /** The reseller has left for good. */
    public Offboarding archive(Instant now) {
        return become(OffboardingState.ARCHIVED, stateBefore, graceEndsAt, withdrawnByName, now);
    }

    private Offboarding become(
            OffboardingState next,
            ResellerState before,
            @Nullable Instant endsAt,
            @Nullable String withdrawnBy,
            @Nullable Instant ended) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException(
                    "Offboarding %s is %s and cannot become %s.".formatted(id.value(), state, next));
        }
        return new Offboarding(
                id,
                version,
                resellerId,
                applicationId,
                requestedBy,
                requestedByName,
                byReseller,
                reason,
                requestedAt,
                next,
                next.isEnd() ? null : openOf,
                before,
                endsAt,
                withdrawnBy,
                ended,
                processInstanceKey);
    }
}
