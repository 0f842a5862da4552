package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.jdbc.repository.query.Modifying;
import org.springframework.data.jdbc.repository.query.Query;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.data.repository.query.Param;
import org.springframework.transaction.annotation.Transactional;

/** All domains, present and released ones. */
@Transactional(readOnly = true)
public interface CustomDomains extends ListCrudRepository<CustomDomain, DomainId> {

    /** The reseller's present domain, see {@link #currentOf(ResellerId)}. */
    Optional<CustomDomain> findByCurrentOf(UUID reseller);

    /** The domain that is to take the place of the reseller's present one, see {@link #pendingOf(ResellerId)}. */
    Optional<CustomDomain> findByPendingOf(UUID reseller);

    /** The domains whose place that one took. */
    List<CustomDomain> findByReplacedBy(UUID domain);

    /** All domains a reseller ever asked for, the newest first. */
    List<CustomDomain> findByResellerIdOrderByRequestedAtDesc(ResellerId reseller);

    /** The domain that has proved that name. */
    Optional<CustomDomain> findByVerifiedDomain(String name);

    /** The reseller's present domain, whatever its state. */
    default Optional<CustomDomain> currentOf(ResellerId reseller) {
        return findByCurrentOf(reseller.value());
    }

    /** The domain that is being set up to take the place of the reseller's present one. */
    default Optional<CustomDomain> pendingOf(ResellerId reseller) {
        return findByPendingOf(reseller.value());
    }

    /**
     * Ties the domain to the process instance that sets it up: the first one wins, and a second one gets false. Counts
     * the version up, so that nobody writes back a row they read before.
     */
    @Modifying
    @Transactional
    @Query("""
            UPDATE custom_domain SET setup_instance_key = :key, version = version + 1
            WHERE id = :id AND (setup_instance_key IS NULL OR setup_instance_key = :key)
            """)
    boolean bindSetup(@Param("id") DomainId id, @Param("key") long processInstanceKey);

    /** The domain that leads from that host name to the one its reseller moved to. */
    default Optional<CustomDomain> redirectingAt(String host) {
        return findByVerifiedDomain(host).filter(domain -> domain.state() == DomainState.REDIRECTING);
    }

    /** The domain on which a platform answers under that host name: live, or broken but not yet suspended. */
    default Optional<CustomDomain> servedAt(String host) {
        return findByVerifiedDomain(host).filter(domain -> domain.state().isServed());
    }

    /** The domain with that id, which the caller knows to exist. */
    default CustomDomain get(DomainId id) {
        return findById(id).orElseThrow(() -> new IllegalArgumentException("There is no domain " + id.value() + "."));
    }
}
