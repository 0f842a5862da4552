package io.rocketbots.onboarding.customer.space;

import java.io.Serial;
import java.util.Locale;

/** What was asked for does not fit the state that the Space or its reseller is in. */
public class SpaceRefused extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String reason;

    SpaceRefused(String reason) {
        super(reason);
        this.reason = reason;
    }

    static SpaceRefused because(Space space, String why) {
        String state = space.state().label().toLowerCase(Locale.ROOT);
        return new SpaceRefused("The Space \"" + space.name() + "\" is " + state + ". " + why);
    }

    /** A sentence for the one who asked. */
    public String reason() {
        return reason;
    }
}
