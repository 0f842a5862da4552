package io.rocketbots.onboarding.space;

import io.rocketbots.onboarding.account.AccountId;
import io.rocketbots.onboarding.platform.PlatformId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;

/** All Spaces of all platforms. */
public interface Spaces extends ListCrudRepository<Space, SpaceId> {

    /** A Space as it is seen from a platform: those of others are not there. */
    Optional<Space> findByIdAndPlatformId(SpaceId id, PlatformId platform);

    List<Space> findByPlatformIdOrderByName(PlatformId platform);

    /** The Spaces of that platform in which the account is a member, without those that are gone. */
    @Query("""
            SELECT space.* FROM space JOIN space_member ON space_member.space_id = space.id
            WHERE space.platform_id = :platform AND space_member.account_id = :account
              AND space.state IN ('ACTIVE', 'SUSPENDED')
            ORDER BY space.name_lower
            """)
    List<Space> ofMember(@Param("platform") PlatformId platform, @Param("account") AccountId account);

    /** The Space with that id, which the caller knows to exist. */
    default Space get(SpaceId id) {
        return findById(id).orElseThrow(() -> new IllegalArgumentException("There is no Space " + id.value() + "."));
    }
}
