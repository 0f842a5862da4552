package io.rocketbots.onboarding.launch.branding;

import com.google.re2j.Pattern;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;

/**
 * The colour of a brand's top bar and buttons, with the text colour that can be read on it. Contrast is meant as in
 * <a href="https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio">WCAG 2.2</a>.
 *
 * @param value {@code #RRGGBB} in capitals
 */
public record ThemeColor(String value) {

    /** With blanks around it. */
    private static final int LONGEST_TYPED = 100;

    private static final Pattern SHAPE = Pattern.compile("#[0-9A-F]{6}");

    /** Stands in where a brand has no colour yet. */
    public static final ThemeColor NEUTRAL = new ThemeColor("#495057");

    static final ThemeColor WHITE = new ThemeColor("#FFFFFF");
    private static final ThemeColor BLACK = new ThemeColor("#000000");

    /** Text of normal size can be read from here on (success criterion 1.4.3, level AA). */
    private static final double READABLE_TEXT = 4.5;

    /** A button can be told from the page behind it from here on (success criterion 1.4.11). */
    private static final double VISIBLE_EDGE = 3;

    public ThemeColor {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("\"" + value + "\" is not a colour like #0D6EFD.");
        }
    }

    /** Reads what somebody typed; empty when it is not {@code #RRGGBB}. */
    public static Optional<ThemeColor> parse(String typed) {
        if (typed.length() > LONGEST_TYPED) {
            return Optional.empty();
        }
        String value = typed.strip().toUpperCase(Locale.ROOT);
        return SHAPE.matcher(value).matches() ? Optional.of(new ThemeColor(value)) : Optional.empty();
    }

    /** White where it can be read on this colour, else black, which then always can. */
    public ThemeColor textColor() {
        return contrastWith(WHITE) >= READABLE_TEXT ? WHITE : BLACK;
    }

    /** From 1 (the same) to 21 (black and white). */
    public double contrastWith(ThemeColor other) {
        double mine = luminance();
        double theirs = other.luminance();
        return (Math.max(mine, theirs) + 0.05) / (Math.min(mine, theirs) + 0.05);
    }

    /** How well text can be read on this colour. */
    public Contrast contrast() {
        double ratio = contrastWith(textColor());
        return new Contrast(ratio, ratio >= READABLE_TEXT);
    }

    /** How well a button of this colour stands out from a white page. */
    public Contrast contrastWithPage() {
        double ratio = contrastWith(WHITE);
        return new Contrast(ratio, ratio >= VISIBLE_EDGE);
    }

    /** This colour, made darker until it can be read as text on a white page: for links. */
    public ThemeColor onWhitePage() {
        ThemeColor color = this;
        for (int percent = 95; color.contrastWith(WHITE) < READABLE_TEXT; percent -= 5) {
            color = shaded(percent);
        }
        return color;
    }

    /** A little darker, or lighter where it is nearly black: for a button under the pointer. */
    public ThemeColor pressed() {
        return textColor().equals(WHITE) && luminance() < 0.02 ? mixedWithWhite(18) : shaded(86);
    }

    private ThemeColor shaded(int percent) {
        return of(channel(0) * percent / 100, channel(1) * percent / 100, channel(2) * percent / 100);
    }

    private ThemeColor mixedWithWhite(int percent) {
        return of(
                channel(0) + (255 - channel(0)) * percent / 100,
                channel(1) + (255 - channel(1)) * percent / 100,
                channel(2) + (255 - channel(2)) * percent / 100);
    }

    private static ThemeColor of(int red, int green, int blue) {
        return new ThemeColor(
                "#" + HexFormat.of().withUpperCase().formatHex(new byte[] {(byte) red, (byte) green, (byte) blue}));
    }

    private double luminance() {
        return 0.2126 * linear(channel(0)) + 0.7152 * linear(channel(1)) + 0.0722 * linear(channel(2));
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.04045 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }

    /** Red, green or blue, 0 to 255. */
    private int channel(int number) {
        return HexFormat.fromHexDigits(value, 1 + 2 * number, 3 + 2 * number);
    }

    @Override
    public String toString() {
        return value;
    }

    /** A contrast ratio and whether it is enough for what it is about. */
    public record Contrast(double ratio, boolean enough) {

        /** As people read it: "Contrast 4.6:1, readable". */
        @Override
        public String toString() {
            return "Contrast " + rounded() + ":1, " + (enough ? "readable" : "too low");
        }

        /** One digit after the point; never rounded up to a limit that is not reached. */
        public String rounded() {
            double shown = enough ? ratio : Math.floor(ratio * 10) / 10;
            return String.format(Locale.ROOT, "%.1f", shown);
        }
    }
}
