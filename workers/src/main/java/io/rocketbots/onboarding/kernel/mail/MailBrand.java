package io.rocketbots.onboarding.kernel.mail;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * In whose name a mail is written.
 *
 * @param themeColor {@code #RRGGBB}
 * @param textColor the colour of text on the theme colour, readable by WCAG AA
 * @param logoUrl a raster or SVG image for a white background, on the same host as the links; null shows the name
 * @param supportAddress answers to the mail go there
 * @param baseUrl where the links of the mail lead, without a slash at the end
 */
public record MailBrand(
        String name,
        String themeColor,
        String textColor,
        @Nullable URI logoUrl,
        @Nullable String supportAddress,
        URI baseUrl) {}
