package io.rocketbots.onboarding.launch.branding;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.time.Instant;
import org.springframework.data.repository.ListCrudRepository;
import org.springframework.transaction.annotation.Transactional;

/** The brands of all resellers. */
@Transactional(readOnly = true)
public interface Brands extends ListCrudRepository<Brand, ResellerId> {

    /** The reseller's brand; one without anything when nothing was chosen yet. */
    default Brand of(ResellerId reseller) {
        return findById(reseller).orElseGet(() -> Brand.none(reseller, Instant.EPOCH));
    }
}
