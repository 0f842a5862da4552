package io.rocketbots.onboarding.launch.branding;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.tenancy.platform.LiveDomains;
import java.time.Clock;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves a logo that was uploaded on Rocketbots to the reseller's domain. */
@Component
public class MoveLogo {

    private final Brands brands;
    private final LiveDomains liveDomains;
    private final Clock clock;

    MoveLogo(Brands brands, LiveDomains liveDomains, Clock clock) {
        this.brands = brands;
        this.liveDomains = liveDomains;
        this.clock = clock;
    }

    /** False when there is no such logo, or no live domain to move it to; moving it twice moves it once. */
    @Transactional
    public boolean move(ResellerId reseller, LogoKind kind) {
        Brand brand = brands.of(reseller);
        if (brand.logo(kind).isEmpty() || liveDomains.domainOf(reseller).isEmpty()) {
            return false;
        }
        Brand moved = brand.moveToOwnDomain(kind, clock.instant());
        if (!moved.equals(brand)) {
            brands.save(moved);
        }
        return true;
    }
}
