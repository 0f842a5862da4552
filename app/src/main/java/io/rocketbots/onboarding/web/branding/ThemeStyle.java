package io.rocketbots.onboarding.web.branding;

import io.rocketbots.onboarding.launch.branding.ThemeColor;

/** A theme colour as CSS custom properties; pages have no inline styles, so it comes as a style sheet of its own. */
public final class ThemeStyle {

    private ThemeStyle() {}

    /** The colours of every page; what is not set here stays as in onboarding.css. */
    public static String page(ThemeColor color) {
        ThemeColor link = color.onWhitePage();
        return """
                :root {
                  --brand: %1$s;
                  --on-brand: %2$s;
                  --action: %1$s;
                  --on-action: %2$s;
                  --action-edge: %3$s;
                  --link: %4$s;
                  --bs-link-color: %4$s;
                  --bs-link-color-rgb: %5$s;
                  --bs-link-hover-color-rgb: %5$s;
                }
                """.formatted(color, color.textColor(), edge(color), link, rgb(link));
    }

    /** The same for the preview only. */
    public static String preview(ThemeColor color) {
        return ".brand-preview { --p-brand: %s; --p-on: %s; --p-edge: %s; --p-link: %s; }\n"
                .formatted(color, color.textColor(), edge(color), color.onWhitePage());
    }

    /** Buttons that hardly differ from the page get an edge that does. */
    private static String edge(ThemeColor color) {
        return color.contrastWithPage().enough() ? color.value() : "#767676";
    }

    private static String rgb(ThemeColor color) {
        int value = Integer.parseInt(color.value().substring(1), 16);
        return (value >> 16) + ", " + (value >> 8 & 0xFF) + ", " + (value & 0xFF);
    }
}
