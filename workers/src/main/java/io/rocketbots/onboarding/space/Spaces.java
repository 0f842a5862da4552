package io.rocketbots.onboarding.space;

import io.rocketbots.onboarding.account.AccountId;
import io.rocketbots.onboarding.platform.PlatformId;
import java.util.List;
import org.springframework.data.repository.ListCrudRepository;

/** All Spaces of all platforms. */
public interface Spaces extends ListCrudRepository<Space, SpaceId> {

    List<Space> findByPlatformIdAndOwnerAccountIdOrderByNameLower(PlatformId platform, AccountId owner);
}
