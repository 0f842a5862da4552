package io.rocketbots.onboarding.local.engine;

import io.camunda.zeebe.scheduler.clock.ActorClock;
import java.time.Clock;

/** Gives the engine the application's time, so that a deadline is due for both at once. */
final class EngineClock implements ActorClock {

    private final Clock clock;

    EngineClock(Clock clock) {
        this.clock = clock;
    }

    /** Always true: another time may have come. */
    @Override
    public boolean update() {
        return true;
    }

    @Override
    public long getTimeMillis() {
        return clock.millis();
    }

    @Override
    public long getNanosSinceLastMillisecond() {
        return 0;
    }

    @Override
    public long getNanoTime() {
        return System.nanoTime();
    }
}
