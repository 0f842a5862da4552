package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;

/** Somebody who works in a Space. */
public record SpaceMember(
        @Id UUID id, @Version int version, SpaceId spaceId, AccountId accountId, SpaceRole role, Instant joinedAt) {

    public static SpaceMember join(SpaceId space, AccountId account, SpaceRole role, Instant now) {
        return new SpaceMember(UUID.randomUUID(), 0, space, account, role, now);
    }

    public SpaceMember become(SpaceRole next) {
        return new SpaceMember(id, version, spaceId, accountId, next, joinedAt);
    }
}
