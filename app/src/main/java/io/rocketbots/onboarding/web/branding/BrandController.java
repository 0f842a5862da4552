package io.rocketbots.onboarding.web.branding;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.launch.branding.Brand;
import io.rocketbots.onboarding.launch.branding.BrandOfPlatform;
import io.rocketbots.onboarding.launch.branding.Brands;
import io.rocketbots.onboarding.launch.branding.Logo;
import io.rocketbots.onboarding.launch.branding.LogoFile;
import io.rocketbots.onboarding.launch.branding.LogoFiles;
import io.rocketbots.onboarding.launch.branding.LogoKind;
import io.rocketbots.onboarding.launch.branding.LogoType;
import io.rocketbots.onboarding.launch.branding.PlatformBrands;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * The public parts of brands: on a reseller's domain at {@code /brand/...}, on Rocketbots at {@code
 * /brand/{reseller}/...}.
 */
@Controller
class BrandController {

    private static final String LOGO = "{name:logo|logo-white|logo-square}";
    private static final String OF_RESELLER = "/brand/{reseller:[0-9a-f-]{36}}/";

    private final Brands brands;
    private final PlatformBrands platformBrands;
    private final LogoFiles files;
    private final Resellers resellers;

    BrandController(Brands brands, PlatformBrands platformBrands, LogoFiles files, Resellers resellers) {
        this.brands = brands;
        this.platformBrands = platformBrands;
        this.files = files;
        this.resellers = resellers;
    }

    @GetMapping({"/brand/" + LOGO, OF_RESELLER + LOGO})
    ResponseEntity<byte[]> logo(
            @PathVariable Optional<UUID> reseller,
            @PathVariable String name,
            @RequestParam(defaultValue = "") String v,
            Platform platform) {
        LogoKind kind = LogoKind.ofPath(name).orElseThrow();
        return owner(reseller, platform)
                .flatMap(owner -> brands.of(owner)
                        .logo(kind)
                        .flatMap(logo -> files.find(owner, kind, logo.sha())
                                .map(file -> LogoResponse.of(file, LogoResponse.caching(v.equals(logo.versionTag()))))))
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** The main logo for mail programs, which hardly ever show SVG. */
    @GetMapping({"/brand/mail-logo", OF_RESELLER + "mail-logo"})
    ResponseEntity<byte[]> mailLogo(
            @PathVariable Optional<UUID> reseller, @RequestParam(defaultValue = "") String v, Platform platform) {
        return owner(reseller, platform)
                .flatMap(owner -> {
                    Brand brand = brands.of(owner);
                    return brand.logo(LogoKind.MAIN).flatMap(logo -> picture(owner, logo, v));
                })
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    private Optional<ResponseEntity<byte[]>> picture(ResellerId owner, Logo logo, String version) {
        return files.find(owner, LogoKind.MAIN, logo.sha())
                .flatMap(LogoFile::picture)
                .map(picture -> LogoResponse.of(
                        logo.type() == LogoType.SVG ? LogoType.PNG : logo.type(),
                        picture,
                        "picture-" + logo.sha(),
                        LogoResponse.caching(version.equals(logo.versionTag()))));
    }

    @GetMapping({"/brand/theme.css", OF_RESELLER + "theme.css"})
    ResponseEntity<String> theme(
            @PathVariable Optional<UUID> reseller, @RequestParam(defaultValue = "") String v, Platform platform) {
        return owner(reseller, platform)
                .map(owner -> {
                    BrandOfPlatform brand = platformBrands.of(owner);
                    String color = brand.color().value().substring(1);
                    return ResponseEntity.ok()
                            .contentType(new MediaType("text", "css", StandardCharsets.UTF_8))
                            .eTag('"' + color + '"')
                            .cacheControl(LogoResponse.caching(v.equals(color)))
                            .body(ThemeStyle.page(brand.color()));
                })
                .orElseGet(() -> ResponseEntity.notFound().build());
    }

    /** Whose brand is asked for; on a reseller's domain only that reseller's. */
    private Optional<ResellerId> owner(Optional<UUID> named, Platform platform) {
        Optional<ResellerId> asked = named.map(ResellerId::new);
        return platform.isRocketbots()
                ? asked.filter(resellers::existsById)
                : platform.reseller()
                        .filter(here -> asked.isEmpty() || asked.get().equals(here));
    }
}
