package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** Who works in which Space. */
@Transactional(readOnly = true)
public interface SpaceMembers extends ListCrudRepository<SpaceMember, UUID> {

    Optional<SpaceMember> findBySpaceIdAndAccountId(SpaceId space, AccountId account);

    long countBySpaceIdAndRole(SpaceId space, SpaceRole role);
}
