package io.rocketbots.onboarding.tenancy.reseller;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * A company that resells the platform.
 *
 * @param accountId who owns it, always one of the members
 * @param cnameLabel its own, unguessable label below the target zone; the reseller's CNAME record points there
 * @param introductionDueAt by when somebody of the team introduces themselves
 * @param contact who that is, once known
 * @param members the accounts that have its Reseller Module
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
        @Embedded.Nullable(prefix = "contact_") @Nullable TeamContact contact,
        Set<ResellerMember> members) {

    public Reseller {
        members = Set.copyOf(members);
    }

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
                null,
                Set.of(new ResellerMember(account, now)));
    }

    /** Whether the company is still with us, in whatever state. */
    public boolean isPresent() {
        return !state.isOver();
    }

    /** Whether the account has its Reseller Module. */
    public boolean has(AccountId account) {
        return members.stream().anyMatch(member -> member.accountId().equals(account));
    }

    public Reseller goLive(Instant now) {
        return become(ResellerState.LIVE, now);
    }

    /** The team closes the platform for a time. */
    public Reseller suspend() {
        return become(ResellerState.SUSPENDED, liveAt);
    }

    /** The platform is open again. */
    public Reseller resume() {
        if (state != ResellerState.SUSPENDED) {
            throw new IllegalStateException("Reseller %s is %s and not suspended.".formatted(id.value(), state));
        }
        return become(ResellerState.LIVE, liveAt);
    }

    /** It leaves the program, and has a grace period to come back. */
    public Reseller startOffboarding() {
        return become(ResellerState.OFFBOARDING, liveAt);
    }

    /** It stays after all, and is what it was before. */
    public Reseller stay(ResellerState before) {
        if (state != ResellerState.OFFBOARDING) {
            throw new IllegalStateException("Reseller %s is %s and not about to leave.".formatted(id.value(), state));
        }
        return become(before, liveAt);
    }

    /** It left the program. */
    public Reseller close() {
        return become(ResellerState.CLOSED, liveAt);
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
                contact,
                members);
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
                who,
                members);
    }

    /** The account has the Reseller Module from now on. */
    public Reseller admit(AccountId account, Instant now) {
        requireOpen();
        if (has(account)) {
            return this;
        }
        return with(
                accountId,
                Stream.concat(members.stream(), Stream.of(new ResellerMember(account, now)))
                        .collect(Collectors.toSet()));
    }

    /** The account loses the Reseller Module; the owner keeps it, so that somebody always has it. */
    public Reseller dismiss(AccountId account) {
        requireOpen();
        requireMember(account);
        if (account.equals(accountId)) {
            throw new IllegalStateException(
                    "Reseller %s is owned by %s, who cannot go.".formatted(id.value(), account.value()));
        }
        return with(
                accountId,
                members.stream()
                        .filter(member -> !member.accountId().equals(account))
                        .collect(Collectors.toSet()));
    }

    /** Another member owns it from now on; the present owner stays a member. */
    public Reseller transferTo(AccountId account) {
        requireOpen();
        requireMember(account);
        return with(account, members);
    }

    private void requireOpen() {
        if (!isPresent() || state.isClosedForNow()) {
            throw new IllegalStateException(
                    "Reseller %s is %s, so its members stay as they are.".formatted(id.value(), state));
        }
    }

    private void requireMember(AccountId account) {
        if (!has(account)) {
            throw new IllegalStateException(
                    "Account %s is no member of reseller %s.".formatted(account.value(), id.value()));
        }
    }

    private Reseller with(AccountId owner, Set<ResellerMember> people) {
        return new Reseller(
                id,
                version,
                applicationId,
                owner,
                companyName,
                state,
                cnameLabel,
                createdAt,
                liveAt,
                introductionDueAt,
                introductionInstanceKey,
                contact,
                people);
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
                contact,
                members);
    }
}
