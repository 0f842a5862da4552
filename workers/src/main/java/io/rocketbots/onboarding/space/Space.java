package io.rocketbots.onboarding.space;

import io.rocketbots.onboarding.account.AccountId;
import io.rocketbots.onboarding.platform.PlatformId;
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

    /** It can be used from now on. */
    public Space activate(Instant now) {
        if (!state.canBecome(SpaceState.ACTIVE)) {
            throw new IllegalStateException("Space %s is %s and cannot become ACTIVE.".formatted(id.value(), state));
        }
        return new Space(
                id,
                version,
                platformId,
                name,
                nameLower,
                primaryLanguage,
                contactLimit,
                contacts,
                SpaceState.ACTIVE,
                null,
                requestedBy,
                createdAt,
                processInstanceKey,
                activatedAt == null ? now : activatedAt,
                null);
    }

    public boolean isActive() {
        return state == SpaceState.ACTIVE;
    }
}
