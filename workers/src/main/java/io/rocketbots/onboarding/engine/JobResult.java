package io.rocketbots.onboarding.engine;

import java.util.Locale;

/** What became of one try of a job. */
enum JobResult {
    COMPLETED,
    /** It ended with an error of the model, which has a path of its own for it. */
    REFUSED,
    /** It failed and is tried again. */
    RETRIED,
    /** The database was away; tried again without using up a try. */
    OUTAGE,
    /** It waited for so long that the engine has given it out again; nothing was done. */
    LATE,
    /** It failed and no try is left: the case stands still until somebody helps. */
    INCIDENT;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
