package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.io.Serial;

/** There is no such Space, or not on that platform. */
public class NoSuchSpace extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    NoSuchSpace(SpaceId id) {
        super("There is no Space " + id.value() + " on that platform.");
    }
}
