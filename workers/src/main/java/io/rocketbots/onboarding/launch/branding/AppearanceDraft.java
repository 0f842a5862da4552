package io.rocketbots.onboarding.launch.branding;

import java.util.Map;

/**
 * The Platform Appearance as it was typed.
 *
 * @param version of the brand that was looked at while typing
 * @param uploads the SHA-256 of each new logo, which is with {@link LogoFiles} already
 */
public record AppearanceDraft(
        int version,
        String brandName,
        String themeColor,
        String supportEmail,
        String supportLink,
        Map<LogoKind, String> uploads) {}
