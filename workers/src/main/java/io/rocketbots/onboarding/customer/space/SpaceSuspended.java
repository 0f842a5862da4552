package io.rocketbots.onboarding.customer.space;

import java.io.Serial;

/** A member came to a Space that is suspended, which is closed for them but no secret. */
public class SpaceSuspended extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Space space;

    SpaceSuspended(Space space) {
        super("Space " + space.id().value() + " is suspended, so its members stay out.");
        this.space = space;
    }

    public Space space() {
        return space;
    }
}
