package io.rocketbots.onboarding.architecture.bad.lifecycle;

import io.rocketbots.onboarding.architecture.bad.kernel.ReachesUp;

/** The other half. */
public class ReachesDown {

    public Class<?> below() {
        return ReachesUp.class;
    }
}
