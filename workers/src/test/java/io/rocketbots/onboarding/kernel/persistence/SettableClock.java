package io.rocketbots.onboarding.kernel.persistence;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that stands still until it is moved, or is told to go on by itself. */
public final class SettableClock extends Clock {

    private volatile Instant now;
    private volatile Duration betweenTwoLooks = Duration.ZERO;

    public SettableClock(Instant now) {
        this.now = now;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }

    /** From now on so much time passes after each look at it: the database is slow. */
    public void passesBetweenTwoLooks(Duration time) {
        betweenTwoLooks = time;
    }

    @Override
    public Instant instant() {
        Instant seen = now;
        now = seen.plus(betweenTwoLooks);
        return seen;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
