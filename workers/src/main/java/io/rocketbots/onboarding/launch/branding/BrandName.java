package io.rocketbots.onboarding.launch.branding;

import io.rocketbots.onboarding.kernel.naming.ChosenName;
import java.util.Optional;

/**
 * What the reseller calls its platform. It stands in mail headers, so it never holds a line break or another invisible
 * character.
 */
public record BrandName(String value) {

    /** As much as fits a top bar and the subject of a mail. */
    public static final int MAX_LENGTH = 60;

    public BrandName {
        if (value.length() > MAX_LENGTH || ChosenName.hasInvisible(value)) {
            throw new IllegalArgumentException("A brand name is too long or has invisible characters.");
        }
    }

    /** Spaces at the ends do not count, several inside are one. Line breaks stay, to be refused. */
    public static String tidied(String typed) {
        return ChosenName.tidied(typed);
    }

    /** What is wrong with a tidied name, in a sentence for the one who typed it. */
    public static Optional<String> fault(String name) {
        if (name.length() > MAX_LENGTH) {
            return Optional.of("Use at most " + MAX_LENGTH + " characters.");
        }
        return ChosenName.fault(name)
                .or(() -> name.codePoints().noneMatch(Character::isLetterOrDigit)
                        ? Optional.of("Use at least one letter or digit.")
                        : Optional.empty());
    }

    @Override
    public String toString() {
        return value;
    }
}
