package io.rocketbots.onboarding.launch.domain;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Where a domain stands in looking for its CNAME record.
 *
 * @param occasion the job that started the wait, so that its repetition does not start it again
 * @param startedAt null until the process has come to it
 * @param helpFrom when the team steps in
 * @param checks how many checks there were since the intervals were restarted
 * @param nextCheckAt null when nobody looks
 * @param checkRequestedAt the last press of Check Now
 */
public record CnameWait(
        @Nullable Long occasion,
        @Nullable Instant startedAt,
        @Nullable Instant helpFrom,
        int checks,
        @Nullable Instant nextCheckAt,
        @Nullable Instant checkRequestedAt) {

    static final CnameWait NOT_STARTED = new CnameWait(null, null, null, 0, null, null);

    /** Whether the time to find the record is over, so that nobody looks until the team or the reseller acts. */
    boolean isOver(Instant now) {
        return helpFrom != null && !now.isBefore(helpFrom);
    }

    boolean isStartedBy(long job) {
        return occasion != null && occasion == job;
    }

    CnameWait start(long job, Duration help, Instant now) {
        return new CnameWait(job, now, now.plus(help), 0, now, checkRequestedAt);
    }

    /** The intervals are short again. */
    CnameWait restart(Instant now) {
        return new CnameWait(occasion, startedAt, helpFrom, 0, nextCheckAt, now);
    }

    CnameWait checked(@Nullable Instant next) {
        return new CnameWait(occasion, startedAt, helpFrom, checks + 1, next, checkRequestedAt);
    }
}
