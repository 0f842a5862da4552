package io.rocketbots.onboarding.engine;

import java.time.Duration;
import java.util.random.RandomGenerator;

/** How long to wait before the next try: doubling up to a cap, with jitter so that many do not come back at once. */
record BackOff(Duration first, Duration cap) {

    /** The wait after that many tries, counted from 1. */
    Duration after(int tries, RandomGenerator random) {
        long doubled = first.toMillis() << Math.min(Math.max(tries - 1, 0), 20);
        long capped = Math.min(doubled, cap.toMillis());
        return Duration.ofMillis((long) (capped * (0.8 + 0.4 * random.nextDouble())));
    }
}
