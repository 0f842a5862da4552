package io.rocketbots.onboarding.web.branding;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.naming.Supplier;
import io.rocketbots.onboarding.launch.branding.BrandOfPlatform;
import io.rocketbots.onboarding.launch.branding.LogoKind;
import io.rocketbots.onboarding.launch.branding.PlatformBrands;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.util.Optional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * Dresses a page in a reseller's brand: {@code platformName}, {@code brandTheme} (a style sheet), {@code brandLogo} (for
 * the top bar), {@code brandMainLogo} (for white ground), {@code brandIcon} and {@code helpLink}. A Reseller Platform
 * always wears its brand; on Rocketbots, a signed-in reseller sees its own as far as it is chosen. {@code hasReseller}
 * says whether there is a Reseller Module for the reader.
 */
@ControllerAdvice
class BrandFrame {

    private final PlatformBrands brands;
    private final Resellers resellers;
    private final PlatformDress platformDress;

    BrandFrame(PlatformBrands brands, Resellers resellers, PlatformDress platformDress) {
        this.brands = brands;
        this.resellers = resellers;
        this.platformDress = platformDress;
    }

    @ModelAttribute
    void dress(Model model) {
        if (model.getAttribute("platform") instanceof Platform platform) {
            dress(model, platform, Optional.ofNullable((CurrentAccount) model.getAttribute("currentAccount")));
        }
    }

    private void dress(Model model, Platform platform, Optional<CurrentAccount> reader) {
        Optional<ResellerId> own = reader.filter(account -> account.roles().has(Role.RESELLER))
                .flatMap(account -> resellers.findPresentByAccountId(account.id()))
                .map(Reseller::id)
                .filter(id -> platform.reseller().map(id::equals).orElse(true));
        model.addAttribute("hasReseller", own.isPresent());
        if (platform.isRocketbots()) {
            model.addAttribute("platformName", Supplier.NAME);
            own.map(brands::of).ifPresent(brand -> dressChosen(model, brand, platform));
        } else {
            model.addAllAttributes(platformDress.of(platform));
        }
    }

    private static void dressChosen(Model model, BrandOfPlatform brand, Platform platform) {
        if (brand.chosen().name().isEmpty() || brand.chosen().color().isEmpty()) {
            return;
        }
        model.addAttribute("platformName", brand.name());
        model.addAttribute("brandTheme", BrandAddresses.theme(brand, platform));
        model.addAllAttributes(PlatformDress.logos(brand, platform));
        BrandAddresses.logo(brand, LogoKind.SQUARE, platform).ifPresent(icon -> model.addAttribute("brandIcon", icon));
        brand.help().ifPresent(link -> model.addAttribute("helpLink", link));
    }
}
