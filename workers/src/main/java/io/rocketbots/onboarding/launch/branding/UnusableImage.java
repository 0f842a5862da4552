package io.rocketbots.onboarding.launch.branding;

import java.io.Serial;

/** Ends the cleaning of an upload; says why in words for the person who uploaded it. */
final class UnusableImage extends Exception {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String why;

    UnusableImage(String why) {
        super(why);
        this.why = why;
    }

    UnusableImage(String why, Throwable cause) {
        super(why, cause);
        this.why = why;
    }

    String why() {
        return why;
    }
}
