package io.rocketbots.onboarding.space;

import io.rocketbots.onboarding.account.AccountId;
import io.rocketbots.onboarding.platform.PlatformId;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/**
 * A place of work on one platform, seen only there.
 *
 * @param nameLower the form in which names are compared; unique on the platform
 */
public record Space(
        @Id SpaceId id,
        @Version int version,
        PlatformId platformId,
        String name,
        String nameLower,
        AccountId ownerAccountId,
        Instant createdAt) {

    public static Space create(PlatformId platform, String name, AccountId owner, Instant now) {
        return new Space(new SpaceId(UUID.randomUUID()), 0, platform, name, name.toLowerCase(Locale.ROOT), owner, now);
    }
}
