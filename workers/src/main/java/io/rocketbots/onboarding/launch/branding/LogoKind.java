package io.rocketbots.onboarding.launch.branding;

import java.util.Arrays;
import java.util.Optional;

/** The three logos of a brand. */
public enum LogoKind {
    MAIN("logo", "Brand Logo"),
    WHITE("logo-white", "White Logo"),
    SQUARE("logo-square", "Square Logo");

    private final String path;
    private final String label;

    LogoKind(String path, String label) {
        this.path = path;
        this.label = label;
    }

    /** The last part of its address. */
    public String path() {
        return path;
    }

    /** What people call it. */
    public String label() {
        return label;
    }

    public static Optional<LogoKind> ofPath(String path) {
        return Arrays.stream(values()).filter(kind -> kind.path.equals(path)).findFirst();
    }
}
