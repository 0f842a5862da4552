package io.rocketbots.onboarding.space;

import io.rocketbots.onboarding.account.AccountId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** Who works in which Space. */
public interface SpaceMembers extends ListCrudRepository<SpaceMember, UUID> {

    Optional<SpaceMember> findBySpaceIdAndAccountId(SpaceId space, AccountId account);

    List<SpaceMember> findBySpaceIdOrderByJoinedAt(SpaceId space);

    long countBySpaceIdAndRole(SpaceId space, SpaceRole role);
}
