package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.relational.core.sql.LockMode;
import org.springframework.data.relational.repository.Lock;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** All accounts of all platforms. */
@Transactional(readOnly = true)
public interface Accounts extends ListCrudRepository<Account, AccountId> {

    Optional<Account> findByPlatformIdAndCanonicalEmail(PlatformId platform, String canonicalEmail);

    /** Locks the row until the end of the transaction: whoever gives an account to a reseller goes through here. */
    @Lock(LockMode.PESSIMISTIC_WRITE)
    @Transactional(propagation = Propagation.MANDATORY)
    Optional<Account> findWithLockByPlatformIdAndCanonicalEmail(PlatformId platform, String canonicalEmail);

    Optional<Account> findByStaffCode(String staffCode);

    /** Everybody on the team with that role. */
    @Query("""
            SELECT * FROM account WHERE state = 'ACTIVE' AND ',' || roles || ',' LIKE '%,' || :role || ',%'
            ORDER BY canonical_email
            """)
    List<Account> activeWith(@Param("role") String role);

    /** Everybody who belongs to the team, also those who have not set a password yet. */
    @Query("""
            SELECT * FROM account
            WHERE ',' || roles || ',' LIKE '%,REVIEWER,%' OR ',' || roles || ',' LIKE '%,TEAM_LEAD,%'
               OR ',' || roles || ',' LIKE '%,OPS,%'
            ORDER BY canonical_email
            """)
    List<Account> team();

    /** The reviewers of that review team who want mail about tasks. */
    @Query("""
            SELECT * FROM account
            WHERE state = 'ACTIVE' AND notified AND ',' || roles || ',' LIKE '%,REVIEWER,%'
              AND ',' || review_teams || ',' LIKE '%,' || :team || ',%'
            ORDER BY canonical_email
            """)
    List<Account> reviewersToNotify(@Param("team") String team);

    /** Whether its owner wants to be reminded; an account that is not there has nobody who said no. */
    default boolean wantsReminders(AccountId id) {
        return findById(id).map(Account::notified).orElse(true);
    }

    /** The account with that id, which the caller knows to exist. */
    default Account get(AccountId id) {
        return findById(id).orElseThrow(() -> new IllegalArgumentException("There is no account " + id.value() + "."));
    }
}
