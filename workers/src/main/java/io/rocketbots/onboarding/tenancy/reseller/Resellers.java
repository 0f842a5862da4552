package io.rocketbots.onboarding.tenancy.reseller;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All resellers. */
@Transactional(readOnly = true)
public interface Resellers extends ListCrudRepository<Reseller, ResellerId> {

    Optional<Reseller> findByApplicationId(ApplicationId application);

    /** The one reseller whose module the account has now; those that have ended do not count. */
    @Query("""
            SELECT reseller.* FROM reseller JOIN reseller_member ON reseller_member.reseller = reseller.id
            WHERE reseller_member.account_id = :account AND reseller.state NOT IN ('CLOSED', 'CANCELLED')
            """)
    Optional<Reseller> findPresentByAccountId(@Param("account") AccountId account);

    /** Ties the introduction to the process instance that runs it: the first one wins, and a second one gets false. */
    @Modifying
    @Transactional
    @Query("""
            UPDATE reseller SET introduction_instance_key = :key, version = version + 1
            WHERE id = :id AND (introduction_instance_key IS NULL OR introduction_instance_key = :key)
            """)
    boolean bindIntroduction(@Param("id") ResellerId id, @Param("key") long processInstanceKey);

    /** Locks the row until the end of the transaction, for what depends on the state it is in. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Reseller> findWithLockById(ResellerId id);

    /** The same, locked, of one that the caller knows to exist. */
    @Transactional(propagation = Propagation.MANDATORY)
    default Reseller lock(ResellerId id) {
        return findWithLockById(id)
                .orElseThrow(() -> new IllegalArgumentException("There is no reseller " + id.value() + "."));
    }

    /** The reseller with that id, which the caller knows to exist. */
    default Reseller get(ResellerId id) {
        return findById(id).orElseThrow(() -> new IllegalArgumentException("There is no reseller " + id.value() + "."));
    }
}
