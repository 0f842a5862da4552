package io.rocketbots.onboarding.architecture.bad.kernel;

import io.rocketbots.onboarding.architecture.bad.lifecycle.ReachesDown;

/** Uses what stands on a floor above it, and with that is half of a cycle. */
public class ReachesUp {

    ReachesDown above = new ReachesDown();
}
