package io.rocketbots.onboarding.launch.branding;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.util.Optional;

/**
 * How a Reseller Platform presents itself right now; what the reseller has not chosen yet is filled in neutrally.
 *
 * @param name the brand name, else the domain, else the company
 * @param chosen what the reseller chose
 */
public record BrandOfPlatform(ResellerId reseller, String name, Brand chosen) {

    public ThemeColor color() {
        return chosen.color().orElse(ThemeColor.NEUTRAL);
    }

    /** The logo that can be seen on the theme colour; empty where only the name can. */
    public Optional<LogoKind> topBarLogo() {
        LogoKind fitting = color().textColor().equals(ThemeColor.WHITE) ? LogoKind.WHITE : LogoKind.MAIN;
        return chosen.logo(fitting).map(logo -> fitting);
    }

    /** Where customers find help: the support link, else a mail to the support address. */
    public Optional<String> help() {
        return Optional.ofNullable(chosen.supportLink())
                .or(() -> Optional.ofNullable(chosen.supportEmail()).map(email -> "mailto:" + email));
    }
}
