package io.rocketbots.onboarding.lifecycle.offboarding;

import io.rocketbots.onboarding.kernel.id.OffboardingId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All offboardings, past ones too. */
@Transactional(readOnly = true)
public interface Offboardings extends ListCrudRepository<Offboarding, OffboardingId> {

    Optional<Offboarding> findByOpenOf(UUID reseller);

    List<Offboarding> findByResellerIdOrderByRequestedAtDesc(ResellerId reseller);

    /** Locks the row until the end of the transaction: withdrawing and the last step must see each other. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Offboarding> findWithLockById(OffboardingId id);

    /** Ties it to the process instance that runs it: the first one wins, and a second one gets false. */
    @Modifying
    @Transactional
    @Query("""
            UPDATE offboarding SET process_instance_key = :key, version = version + 1
            WHERE id = :id AND open_of IS NOT NULL AND (process_instance_key IS NULL OR process_instance_key = :key)
            """)
    boolean bind(@Param("id") OffboardingId id, @Param("key") long processInstanceKey);

    /** The reseller's present one. */
    default Optional<Offboarding> openOf(ResellerId reseller) {
        return findByOpenOf(reseller.value());
    }

    /** The offboarding with that id, which the caller knows to exist, locked. */
    @Transactional(propagation = Propagation.MANDATORY)
    default Offboarding lock(OffboardingId id) {
        return findWithLockById(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no offboarding " + id.value() + "."));
    }
}
