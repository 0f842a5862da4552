package io.rocketbots.onboarding.domain;

import io.rocketbots.onboarding.reseller.ResellerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.data.repository.ListCrudRepository;

/** All domains, present and released ones. */
public interface CustomDomains extends ListCrudRepository<CustomDomain, DomainId> {

    /** The reseller's present domain, see {@link #currentOf(ResellerId)}. */
    Optional<CustomDomain> findByCurrentOf(UUID reseller);

    /** All domains a reseller ever asked for, the newest first. */
    List<CustomDomain> findByResellerIdOrderByRequestedAtDesc(ResellerId reseller);

    /** The domain that has proved that name. */
    Optional<CustomDomain> findByVerifiedDomain(String name);

    /** The reseller's present domain, whatever its state. */
    default Optional<CustomDomain> currentOf(ResellerId reseller) {
        return findByCurrentOf(reseller.value());
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
