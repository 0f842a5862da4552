package io.rocketbots.onboarding.launch.branding;

import java.util.Map;
import java.util.Optional;

/**
 * What a reseller chooses at a time, checked.
 *
 * @param newLogos those that replace the present ones; the others stay
 */
record Appearance(
        Optional<BrandName> name,
        Optional<ThemeColor> color,
        Optional<String> supportEmail,
        Optional<String> supportLink,
        Map<LogoKind, Logo> newLogos) {

    Appearance with(Map<LogoKind, Logo> logos) {
        return new Appearance(name, color, supportEmail, supportLink, logos);
    }
}
