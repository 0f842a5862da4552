package io.rocketbots.onboarding.launch.branding;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.tenancy.platform.LiveDomains;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** The brands as pages and mails wear them, read anew each time, so that a change is seen at once. */
@Component
public class PlatformBrands {

    private final Brands brands;
    private final Resellers resellers;
    private final LiveDomains liveDomains;

    PlatformBrands(Brands brands, Resellers resellers, LiveDomains liveDomains) {
        this.brands = brands;
        this.resellers = resellers;
        this.liveDomains = liveDomains;
    }

    public BrandOfPlatform of(ResellerId reseller) {
        Brand chosen = brands.of(reseller);
        return new BrandOfPlatform(
                reseller, chosen.name().map(BrandName::value).orElseGet(() -> neutralName(reseller)), chosen);
    }

    private String neutralName(ResellerId reseller) {
        Optional<String> domain = liveDomains.domainOf(reseller);
        return domain.orElseGet(
                () -> resellers.findById(reseller).map(Reseller::companyName).orElse(""));
    }
}
