package io.rocketbots.onboarding.reseller;

import io.rocketbots.onboarding.account.AccountId;
import io.rocketbots.onboarding.application.ApplicationId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A company that resells the platform.
 *
 * @param cnameLabel its own, unguessable label below the target zone; the reseller's CNAME record points there
 * @param introductionDueAt by when somebody of the team introduces themselves
 * @param contact who that is, once known
 */
public record Reseller(
        @Id ResellerId id,
        @Version int version,
        ApplicationId applicationId,
        AccountId accountId,
        String companyName,
        ResellerState state,
        String cnameLabel,
        Instant createdAt,
        @Nullable Instant liveAt,
        @Nullable Instant introductionDueAt,
        @Nullable Long introductionInstanceKey,
        @Embedded.Nullable(prefix = "contact_") @Nullable TeamContact contact) {

    /** Who of the team looks after the reseller; the link is a phone number or a booking page. */
    public record TeamContact(
            @Nullable String person,
            @Nullable String email,
            @Nullable String link,
            @Nullable String note) {}

    public static Reseller create(
            ApplicationId application, AccountId account, String companyName, String cnameLabel, Instant now) {
        return new Reseller(
                new ResellerId(UUID.randomUUID()),
                0,
                application,
                account,
                companyName,
                ResellerState.ONBOARDING,
                cnameLabel,
                now,
                null,
                null,
                null,
                null);
    }

    public Reseller goLive(Instant now) {
        return become(ResellerState.LIVE, now);
    }

    /** The onboarding ended before the platform was live. */
    public Reseller cancel() {
        return become(ResellerState.CANCELLED, liveAt);
    }

    public Reseller planIntroduction(Instant dueAt) {
        return new Reseller(
                id,
                version,
                applicationId,
                accountId,
                companyName,
                state,
                cnameLabel,
                createdAt,
                liveAt,
                dueAt,
                introductionInstanceKey,
                contact);
    }

    public Reseller introduce(TeamContact who) {
        return new Reseller(
                id,
                version,
                applicationId,
                accountId,
                companyName,
                state,
                cnameLabel,
                createdAt,
                liveAt,
                introductionDueAt,
                introductionInstanceKey,
                who);
    }

    private Reseller become(ResellerState next, @Nullable Instant live) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException(
                    "Reseller %s is %s and cannot become %s.".formatted(id.value(), state, next));
        }
        return new Reseller(
                id,
                version,
                applicationId,
                accountId,
                companyName,
                next,
                cnameLabel,
                createdAt,
                live,
                introductionDueAt,
                introductionInstanceKey,
                contact);
    }
}
