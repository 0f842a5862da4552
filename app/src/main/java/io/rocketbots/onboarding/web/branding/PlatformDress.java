package io.rocketbots.onboarding.web.branding;

import io.rocketbots.onboarding.launch.branding.BrandOfPlatform;
import io.rocketbots.onboarding.launch.branding.LogoKind;
import io.rocketbots.onboarding.launch.branding.PlatformBrands;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What every page of a Reseller Platform wears; see {@link BrandFrame} for the names. */
@Component
public class PlatformDress {

    private final PlatformBrands brands;

    PlatformDress(PlatformBrands brands) {
        this.brands = brands;
    }

    /** The brand of the reseller whose platform it is; Rocketbots has none. */
    public Map<String, Object> of(Platform platform) {
        BrandOfPlatform brand = brands.of(platform.reseller().orElseThrow());
        Map<String, Object> dress = new HashMap<>(logos(brand, platform));
        dress.put("platformName", brand.name());
        dress.put("brandTheme", BrandAddresses.theme(brand, platform));
        dress.put(
                "brandIcon",
                BrandAddresses.logo(brand, LogoKind.SQUARE, platform).orElse("/img/neutral-icon.svg"));
        brand.help().ifPresent(link -> dress.put("helpLink", link));
        return dress;
    }

    static Map<String, Object> logos(BrandOfPlatform brand, Platform platform) {
        Map<String, Object> logos = new HashMap<>();
        brand.topBarLogo()
                .flatMap(kind -> BrandAddresses.logo(brand, kind, platform))
                .ifPresent(logo -> logos.put("brandLogo", logo));
        BrandAddresses.logo(brand, LogoKind.MAIN, platform).ifPresent(logo -> logos.put("brandMainLogo", logo));
        return logos;
    }
}
