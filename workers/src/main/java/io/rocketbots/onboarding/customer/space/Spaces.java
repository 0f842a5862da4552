package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All Spaces of all platforms. */
@Transactional(readOnly = true)
public interface Spaces extends ListCrudRepository<Space, SpaceId> {

    /** A Space as it is seen from a platform: those of others are not there. */
    Optional<Space> findByIdAndPlatformId(SpaceId id, PlatformId platform);

    /** The same, locked until the end of the transaction: whoever changes its state or limit goes through here. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Space> findWithLockByIdAndPlatformId(SpaceId id, PlatformId platform);

    /** The same from no platform, for steps that were handed the id. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Space> findWithLockById(SpaceId id);

    /** Whether a Space of the platform has that name, given as {@link Space#lower} makes it. */
    boolean existsByPlatformIdAndNameLower(PlatformId platform, String nameLower);

    boolean existsByPlatformIdAndNameLowerAndIdNot(PlatformId platform, String nameLower, SpaceId other);

    List<Space> findByPlatformIdAndState(PlatformId platform, SpaceState state);

    List<Space> findByStateAndCancelledAtBefore(SpaceState state, Instant before);

    /** Ties it to the process instance that makes it: the first one wins, and a second one gets false. */
    @Modifying
    @Transactional
    @Query("""
            UPDATE space SET process_instance_key = :key, version = version + 1
            WHERE id = :id AND (process_instance_key IS NULL OR process_instance_key = :key)
            """)
    boolean bind(@Param("id") SpaceId id, @Param("key") long processInstanceKey);

    List<Space> findByPlatformIdOrderByName(PlatformId platform);

    /** The Spaces of that platform in which the account is a member, without those that are gone. */
    @Query("""
            SELECT space.* FROM space JOIN space_member ON space_member.space_id = space.id
            WHERE space.platform_id = :platform AND space_member.account_id = :account
              AND space.state IN ('ACTIVE', 'SUSPENDED')
            ORDER BY space.name_lower
            """)
    List<Space> ofMember(@Param("platform") PlatformId platform, @Param("account") AccountId account);

    /** The Space with that id, locked, which the caller knows to exist. */
    @Transactional(propagation = Propagation.MANDATORY)
    default Space lock(SpaceId id) {
        return findWithLockById(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no Space " + id.value() + "."));
    }

    /** The Space with that id, which the caller knows to exist. */
    default Space get(SpaceId id) {
        return findById(id).orElseThrow(() -> new IllegalArgumentException("There is no Space " + id.value() + "."));
    }
}
