package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;

/**
 * A place of work on one platform, seen only there.
 *
 * @param nameLower the form in which names are compared, unique on the platform; null once the name was given up
 * @param primaryLanguage a BCP 47 language tag
 * @param contactLimit how many contacts it may hold; null for any number
 * @param contacts how many it holds; counted by statements of their own that hold the limit, never saved from here
 * @param refusal why it was never made, in the reseller's words
 */
public record Space(
        @Id SpaceId id,
        @Version int version,
        PlatformId platformId,
        String name,
        @Nullable String nameLower,
        String primaryLanguage,
        @Nullable Integer contactLimit,
        @ReadOnlyProperty int contacts,
        SpaceState state,
        @Nullable String refusal,
        AccountId requestedBy,
        Instant createdAt,
        @Nullable Long processInstanceKey,
        @Nullable Instant activatedAt,
        @Nullable Instant cancelledAt) {

    /** The form in which names are compared. */
    public static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** A Space that somebody asked for. */
    public static Space request(
            PlatformId platform,
            String name,
            String primaryLanguage,
            @Nullable Integer contactLimit,
            SpaceState state,
            AccountId by,
            Instant now) {
        return new Space(
                new SpaceId(UUID.randomUUID()),
                0,
                platform,
                name.strip(),
                lower(name),
                primaryLanguage,
                contactLimit,
                0,
                state,
                null,
                by,
                now,
                null,
                null,
                null);
    }

    /** The platform is live now, so it can be made. */
    public Space release() {
        return become(SpaceState.REQUESTED, nameLower, null, activatedAt, null);
    }

    /** It can be used from now on. */
    public Space activate(Instant now) {
        return become(SpaceState.ACTIVE, nameLower, null, activatedAt == null ? now : activatedAt, null);
    }

    /** It is not made, and its name is free again. */
    public Space reject(String why) {
        return become(SpaceState.REJECTED, null, why, null, null);
    }

    /** It may be made after all, by another process instance; its name must still be free. */
    public Space requestAgain() {
        Space again = become(SpaceState.REQUESTED, lower(name), null, null, null);
        return new Space(
                id,
                version,
                platformId,
                name,
                again.nameLower,
                primaryLanguage,
                contactLimit,
                contacts,
                again.state,
                null,
                requestedBy,
                createdAt,
                null,
                null,
                null);
    }

    /** It is closed for its users. */
    public Space suspend() {
        return become(SpaceState.SUSPENDED, nameLower, null, activatedAt, null);
    }

    /** It is given up, but kept with its name for a while. */
    public Space cancel(Instant now) {
        return become(SpaceState.CANCELLED, nameLower, null, activatedAt, now);
    }

    /** It is not given up after all, on a platform that is not live yet. */
    public Space restoreToWaiting() {
        return become(SpaceState.WAITING_FOR_DOMAIN, nameLower, null, null, null);
    }

    /** What it held is given up for good, and its name is free again. */
    public Space delete() {
        return become(SpaceState.DELETED, null, null, activatedAt, cancelledAt);
    }

    /** Another name, which must be free on the platform. */
    public Space rename(String newName) {
        requireKept();
        return new Space(
                id,
                version,
                platformId,
                newName.strip(),
                lower(newName),
                primaryLanguage,
                contactLimit,
                contacts,
                state,
                refusal,
                requestedBy,
                createdAt,
                processInstanceKey,
                activatedAt,
                cancelledAt);
    }

    /** Another limit; null for any number of contacts. What it holds beyond that stays. */
    public Space limitContacts(@Nullable Integer limit) {
        requireKept();
        return new Space(
                id,
                version,
                platformId,
                name,
                nameLower,
                primaryLanguage,
                limit,
                contacts,
                state,
                refusal,
                requestedBy,
                createdAt,
                processInstanceKey,
                activatedAt,
                cancelledAt);
    }

    private void requireKept() {
        if (!state.isKept()) {
            throw new IllegalStateException("Space %s is %s and stays as it is.".formatted(id.value(), state));
        }
    }

    public boolean isActive() {
        return state == SpaceState.ACTIVE;
    }

    private Space become(
            SpaceState next,
            @Nullable String lower,
            @Nullable String why,
            @Nullable Instant activated,
            @Nullable Instant cancelled) {
        if (!state.canBecome(next)) {
            throw new IllegalStateException("Space %s is %s and cannot become %s.".formatted(id.value(), state, next));
        }
        return new Space(
                id,
                version,
                platformId,
                name,
                lower,
                primaryLanguage,
                contactLimit,
                contacts,
                next,
                why,
                requestedBy,
                createdAt,
                processInstanceKey,
                activated,
                cancelled);
    }
}
