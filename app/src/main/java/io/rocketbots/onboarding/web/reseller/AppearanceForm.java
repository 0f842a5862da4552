package io.rocketbots.onboarding.web.reseller;

import io.rocketbots.onboarding.launch.branding.LogoKind;
import io.rocketbots.onboarding.launch.branding.ThemeColor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The Platform Appearance as the page shows it: saved, or typed and not yet right.
 *
 * @param version of the brand that it began from
 * @param faults a sentence by field name
 * @param others what somebody else saved meanwhile, field by field, when that is why it was not saved
 */
public record AppearanceForm(
        int version,
        String brandName,
        String themeColor,
        String supportEmail,
        String supportLink,
        List<LogoField> logos,
        Map<String, String> faults,
        List<String> others) {

    /**
     * One logo.
     *
     * @param field the name of the form field
     * @param image where the picture to show is; null while there is none
     * @param upload the SHA-256 of a new file that is kept but not saved yet; null when there is none
     * @param hostedOn the host of the logo's own address; null while nothing is saved
     * @param address the logo's own address
     * @param movable whether it can be moved to the reseller's domain, which may have to go live first
     * @param remarks what is worth a second look
     */
    public record LogoField(
            LogoKind kind,
            String field,
            @Nullable String image,
            @Nullable String upload,
            @Nullable String hostedOn,
            @Nullable String address,
            boolean movable,
            boolean domainLive,
            List<String> remarks) {}

    /** The colour typed, where it is one. */
    public Optional<ThemeColor> color() {
        return ThemeColor.parse(themeColor);
    }

    /** What the preview shows while no colour can be read. */
    public ThemeColor previewColor() {
        return color().orElse(ThemeColor.NEUTRAL);
    }

    /** The sentence about that field; null when there is none. */
    public @Nullable String fault(String field) {
        return faults.get(field);
    }

    /** The picture of the logo of that kind; null while there is none. */
    public @Nullable String image(String kind) {
        return logos.stream()
                .filter(logo -> logo.kind() == LogoKind.valueOf(kind))
                .findFirst()
                .map(LogoField::image)
                .orElse(null);
    }
}
