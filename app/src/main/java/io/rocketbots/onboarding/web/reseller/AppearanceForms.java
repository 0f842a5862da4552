package io.rocketbots.onboarding.web.reseller;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.launch.branding.AppearanceDraft;
import io.rocketbots.onboarding.launch.branding.Brand;
import io.rocketbots.onboarding.launch.branding.BrandOfPlatform;
import io.rocketbots.onboarding.launch.branding.Brands;
import io.rocketbots.onboarding.launch.branding.Logo;
import io.rocketbots.onboarding.launch.branding.LogoFile;
import io.rocketbots.onboarding.launch.branding.LogoFiles;
import io.rocketbots.onboarding.launch.branding.LogoKind;
import io.rocketbots.onboarding.launch.branding.LogoRemark;
import io.rocketbots.onboarding.tenancy.platform.LiveDomains;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.platform.Platforms;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.branding.BrandAddresses;
import io.rocketbots.onboarding.web.reseller.AppearanceForm.LogoField;
import java.net.URI;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes the form of the Platform Appearance from what is saved and what was typed. */
@Component
class AppearanceForms {

    private final Brands brands;
    private final LogoFiles files;
    private final LiveDomains liveDomains;
    private final Platforms platforms;

    AppearanceForms(Brands brands, LogoFiles files, LiveDomains liveDomains, Platforms platforms) {
        this.brands = brands;
        this.files = files;
        this.liveDomains = liveDomains;
        this.platforms = platforms;
    }

    /** As it is in force. */
    AppearanceForm saved(Reseller reseller, Platform page) {
        Brand brand = brands.of(reseller.id());
        return new AppearanceForm(
                brand.version(),
                Objects.requireNonNullElse(brand.brandName(), ""),
                Objects.requireNonNullElse(brand.themeColor(), ""),
                Objects.requireNonNullElse(brand.supportEmail(), ""),
                Objects.requireNonNullElse(brand.supportLink(), ""),
                logos(reseller, brand, Map.of(), page),
                Map.of(),
                List.of());
    }

    /** As it was typed, with what is wrong. */
    AppearanceForm typed(Reseller reseller, AppearanceDraft draft, Map<String, String> faults, Platform page) {
        return typed(reseller, draft, draft.version(), faults, List.of(), page);
    }

    /** As it was typed, beside what somebody else saved meanwhile; saving again puts the typed in its place. */
    AppearanceForm overtaken(Reseller reseller, AppearanceDraft draft, Brand present, Platform page) {
        return typed(reseller, draft, present.version(), Map.of(), differences(draft, present), page);
    }

    private AppearanceForm typed(
            Reseller reseller,
            AppearanceDraft draft,
            int version,
            Map<String, String> faults,
            List<String> others,
            Platform page) {
        return new AppearanceForm(
                version,
                draft.brandName(),
                draft.themeColor(),
                draft.supportEmail(),
                draft.supportLink(),
                logos(reseller, brands.of(reseller.id()), draft.uploads(), page),
                faults,
                others);
    }

    private List<LogoField> logos(Reseller reseller, Brand brand, Map<LogoKind, String> uploads, Platform page) {
        return Arrays.stream(LogoKind.values())
                .map(kind -> logo(reseller, brand, kind, Optional.ofNullable(uploads.get(kind)), page))
                .toList();
    }

    /** One logo as the page shows it: the new file where there is one, else the present. */
    LogoField logo(Reseller reseller, Brand brand, LogoKind kind, Optional<String> upload, Platform page) {
        Optional<Logo> present = brand.logo(kind);
        Optional<LogoFile> fresh = upload.filter(sha -> !present.map(Logo::sha).equals(Optional.of(sha)))
                .flatMap(sha -> files.find(reseller.id(), kind, sha));
        Optional<String> presentImage = BrandAddresses.logo(new BrandOfPlatform(reseller.id(), "", brand), kind, page);
        Collection<LogoRemark> remarks = fresh.map(LogoFile::remarks)
                .or(() -> present.map(Logo::remarkSet))
                .orElse(Set.of());
        boolean live = liveDomains.domainOf(reseller.id()).isPresent();
        return new LogoField(
                kind,
                fieldOf(kind),
                fresh.map(file -> "/reseller/appearance/uploads/" + kind.path() + "/" + file.sha())
                        .or(() -> presentImage)
                        .orElse(null),
                fresh.map(LogoFile::sha).orElse(null),
                present.map(logo -> hostOf(reseller, logo, page)).orElse(null),
                present.flatMap(logo -> addressOf(reseller, kind, logo, page)).orElse(null),
                present.isPresent() && !present.get().isOnOwnDomain(),
                live,
                remarks.stream().sorted().map(LogoRemark::text).toList());
    }

    static String fieldOf(LogoKind kind) {
        return switch (kind) {
            case MAIN -> "brandLogo";
            case WHITE -> "whiteLogo";
            case SQUARE -> "squareLogo";
        };
    }

    private String hostOf(Reseller reseller, Logo logo, Platform page) {
        if (logo.isOnOwnDomain()) {
            return liveDomains.domainOf(reseller.id()).orElse("your domain, once it is live again");
        }
        return page.isRocketbots() ? rocketbots().getHost() : "the platform provider";
    }

    /** The logo's own address, for use elsewhere; on a reseller's domain the supplier's is not told. */
    private Optional<String> addressOf(Reseller reseller, LogoKind kind, Logo logo, Platform page) {
        if (logo.isOnOwnDomain()) {
            return liveDomains
                    .domainOf(reseller.id())
                    .map(domain -> platforms.address(PlatformId.of(reseller.id())) + "/brand/" + kind.path());
        }
        return page.isRocketbots()
                ? Optional.of(rocketbots() + "/brand/" + reseller.id().value() + "/" + kind.path())
                : Optional.empty();
    }

    private URI rocketbots() {
        return platforms.address(PlatformId.ROCKETBOTS);
    }

    private static List<String> differences(AppearanceDraft draft, Brand present) {
        List<String> others = new ArrayList<>();
        add(others, "Brand Name", draft.brandName(), present.brandName());
        add(others, "Brand Theme Color", draft.themeColor(), present.themeColor());
        add(others, "Support Email", draft.supportEmail(), present.supportEmail());
        add(others, "Support Link", draft.supportLink(), present.supportLink());
        draft.uploads().forEach((kind, sha) -> {
            if (!present.logo(kind).map(Logo::sha).equals(Optional.of(sha))) {
                others.add(kind.label() + ": another image");
            }
        });
        return others;
    }

    private static void add(List<String> others, String label, String typed, @Nullable String present) {
        String other = Objects.requireNonNullElse(present, "");
        if (!typed.strip().equalsIgnoreCase(other)) {
            others.add(label + ": " + (other.isEmpty() ? "empty" : other));
        }
    }
}
