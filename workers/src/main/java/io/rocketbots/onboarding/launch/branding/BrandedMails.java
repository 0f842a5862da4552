package io.rocketbots.onboarding.launch.branding;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.mail.MailBrand;
import io.rocketbots.onboarding.kernel.mail.MailBrands;
import io.rocketbots.onboarding.tenancy.platform.LiveDomains;
import io.rocketbots.onboarding.tenancy.platform.Platforms;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Dresses mails in the reseller's brand, with links to its domain. */
@Component
class BrandedMails implements MailBrands {

    private final PlatformBrands brands;
    private final LogoFiles files;
    private final Platforms platforms;
    private final LiveDomains liveDomains;

    BrandedMails(PlatformBrands brands, LogoFiles files, Platforms platforms, LiveDomains liveDomains) {
        this.brands = brands;
        this.files = files;
        this.platforms = platforms;
        this.liveDomains = liveDomains;
    }

    @Override
    public MailBrand of(ResellerId platform) {
        BrandOfPlatform brand = brands.of(platform);
        URI base = platforms.address(PlatformId.of(platform));
        return new MailBrand(
                brand.name(),
                brand.color().value(),
                brand.color().textColor().value(),
                logo(brand, base).orElse(null),
                brand.chosen().supportEmail(),
                base);
    }

    /** As PNG or JPG, since hardly any mail program shows SVG; a logo that cannot be drawn gives way to the name. */
    private Optional<URI> logo(BrandOfPlatform brand, URI base) {
        String folder = liveDomains.domainOf(brand.reseller()).isPresent()
                ? "/brand/"
                : "/brand/" + brand.reseller().value() + "/";
        return brand.chosen()
                .logo(LogoKind.MAIN)
                .filter(logo -> files.find(brand.reseller(), LogoKind.MAIN, logo.sha())
                        .flatMap(LogoFile::picture)
                        .isPresent())
                .map(logo -> base.resolve(folder + "mail-logo?v=" + logo.versionTag()));
    }
}
