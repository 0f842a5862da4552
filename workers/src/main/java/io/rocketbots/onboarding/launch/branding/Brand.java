package io.rocketbots.onboarding.launch.branding;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.launch.branding.Logo.LogoHost;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;

/**
 * How a reseller's platform looks and whom its customers ask for help. It grows field by field until it is complete,
 * and stays complete from then on.
 *
 * @param completedAt when name, colour and the three logos were all there for the first time
 */
public record Brand(
        @Id ResellerId resellerId,
        @Version int version,
        @Nullable String brandName,
        @Nullable String themeColor,
        @Nullable String supportEmail,
        @Nullable String supportLink,
        @Embedded.Nullable(prefix = "main_") @Nullable Logo mainLogo,
        @Embedded.Nullable(prefix = "white_") @Nullable Logo whiteLogo,
        @Embedded.Nullable(prefix = "square_") @Nullable Logo squareLogo,
        @Nullable Instant completedAt,
        Instant changedAt) {

    /** A reseller that has chosen nothing yet. */
    public static Brand none(ResellerId reseller, Instant now) {
        return new Brand(reseller, 0, null, null, null, null, null, null, null, null, now);
    }

    public Optional<BrandName> name() {
        return Optional.ofNullable(brandName).map(BrandName::new);
    }

    public Optional<ThemeColor> color() {
        return Optional.ofNullable(themeColor).map(ThemeColor::new);
    }

    public Optional<Logo> logo(LogoKind kind) {
        return Optional.ofNullable(
                switch (kind) {
                    case MAIN -> mainLogo;
                    case WHITE -> whiteLogo;
                    case SQUARE -> squareLogo;
                });
    }

    public boolean isComplete() {
        return missing().isEmpty();
    }

    /** The labels of what is still to be chosen before the brand is complete. */
    public List<String> missing() {
        Stream<String> logos = Stream.of(LogoKind.values())
                .filter(kind -> logo(kind).isEmpty())
                .map(LogoKind::label);
        return Stream.concat(
                        Stream.concat(
                                brandName == null ? Stream.of("Brand Name") : Stream.empty(),
                                themeColor == null ? Stream.of("Brand Theme Color") : Stream.empty()),
                        logos)
                .toList();
    }

    /** Takes over a new appearance. A brand that was complete must stay so. */
    Brand dress(Appearance appearance, Instant now) {
        Map<LogoKind, Logo> logos = new EnumMap<>(LogoKind.class);
        for (LogoKind kind : LogoKind.values()) {
            logo(kind).ifPresent(logo -> logos.put(kind, logo));
        }
        logos.putAll(appearance.newLogos());
        Brand dressed = new Brand(
                resellerId,
                version,
                appearance.name().map(BrandName::value).orElse(null),
                appearance.color().map(ThemeColor::value).orElse(null),
                appearance.supportEmail().orElse(null),
                appearance.supportLink().orElse(null),
                logos.get(LogoKind.MAIN),
                logos.get(LogoKind.WHITE),
                logos.get(LogoKind.SQUARE),
                completedAt,
                now);
        if (completedAt != null && !dressed.isComplete()) {
            throw new IllegalStateException("The brand of reseller " + resellerId.value()
                    + " was complete and would lack: " + String.join(", ", dressed.missing()) + ".");
        }
        return dressed.isComplete() && completedAt == null ? dressed.completed(now) : dressed;
    }

    /** The logo's own address is on the reseller's domain from now on. */
    Brand moveToOwnDomain(LogoKind kind, Instant now) {
        Logo logo = logo(kind)
                .orElseThrow(() -> new IllegalStateException(
                        "Reseller " + resellerId.value() + " has no logo " + kind + " to move."));
        if (logo.hostedOn() == LogoHost.OWN_DOMAIN) {
            return this;
        }
        Logo moved = logo.moveToOwnDomain(now);
        return new Brand(
                resellerId,
                version,
                brandName,
                themeColor,
                supportEmail,
                supportLink,
                kind == LogoKind.MAIN ? moved : mainLogo,
                kind == LogoKind.WHITE ? moved : whiteLogo,
                kind == LogoKind.SQUARE ? moved : squareLogo,
                completedAt,
                now);
    }

    private Brand completed(Instant now) {
        return new Brand(
                resellerId,
                version,
                brandName,
                themeColor,
                supportEmail,
                supportLink,
                mainLogo,
                whiteLogo,
                squareLogo,
                now,
                now);
    }

    /** Whether both look the same to people, whatever their versions. */
    boolean looksLike(Brand other) {
        return new Looks(this).equals(new Looks(other));
    }

    private record Looks(
            @Nullable String name,
            @Nullable String color,
            @Nullable String supportEmail,
            @Nullable String supportLink,
            List<Optional<String>> logos) {

        Looks(Brand brand) {
            this(
                    brand.brandName,
                    brand.themeColor,
                    brand.supportEmail,
                    brand.supportLink,
                    Stream.of(LogoKind.values())
                            .map(kind -> brand.logo(kind).map(Logo::sha))
                            .toList());
        }
    }
}
