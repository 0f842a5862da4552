package io.rocketbots.onboarding.branding;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the reseller calls its platform. It stands in mail headers, so it never holds a line break or another invisible
 * character.
 */
public record BrandName(String value) {

    /** As much as fits a top bar and the subject of a mail. */
    public static final int MAX_LENGTH = 60;

    /** Control, format (also what turns the reading direction round), line and paragraph separators, unassigned. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\p{Cs}\\p{Co}\\p{Cn}]");

    private static final Pattern VISIBLE = Pattern.compile("[\\p{L}\\p{N}]");

    public BrandName {
        if (fault(value).isPresent()) {
            throw new IllegalArgumentException(
                    "This is not a brand name: " + fault(value).get());
        }
    }

    /** Spaces at the ends do not count, several inside are one. Line breaks stay, to be refused. */
    public static String tidied(String typed) {
        return typed.replaceAll("^ +| +$", "").replaceAll(" {2,}", " ");
    }

    /** What is wrong with a tidied name, in a sentence for the one who typed it. */
    public static Optional<String> fault(String name) {
        if (INVISIBLE.matcher(name).find()) {
            return Optional.of("Leave out line breaks and other invisible characters.");
        }
        if (name.length() > MAX_LENGTH) {
            return Optional.of("Use at most " + MAX_LENGTH + " characters.");
        }
        if (!VISIBLE.matcher(name).find()) {
            return Optional.of("Use at least one letter or digit.");
        }
        return Optional.empty();
    }

    @Override
    public String toString() {
        return value;
    }
}
