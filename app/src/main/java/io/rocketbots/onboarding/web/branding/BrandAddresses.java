package io.rocketbots.onboarding.web.branding;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.launch.branding.BrandOfPlatform;
import io.rocketbots.onboarding.launch.branding.LogoKind;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import java.util.Optional;

/** Where a page finds the parts of a brand: always on the page's own host, with the version in the address. */
public final class BrandAddresses {

    private BrandAddresses() {}

    /** The style sheet with the brand's colours. */
    public static String theme(BrandOfPlatform brand, Platform page) {
        return folder(brand.reseller(), page) + "theme.css?v="
                + brand.color().value().substring(1);
    }

    /** The logo of that kind, when there is one. */
    public static Optional<String> logo(BrandOfPlatform brand, LogoKind kind, Platform page) {
        return brand.chosen()
                .logo(kind)
                .map(logo -> folder(brand.reseller(), page) + kind.path() + "?v=" + logo.versionTag());
    }

    private static String folder(ResellerId reseller, Platform page) {
        return page.isRocketbots() ? "/brand/" + reseller.value() + "/" : "/brand/";
    }
}
