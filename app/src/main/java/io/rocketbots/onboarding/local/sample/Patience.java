package io.rocketbots.onboarding.local.sample;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.context.annotation.Profile;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.stereotype.Component;

/** Waits for what the processes make, looking about as often as a person would reload a page. */
@Component
@Profile("local")
class Patience {

    private static final Duration PAUSE = Duration.ofMillis(400);
    /** People may hold decisions back for a while. */
    private static final Duration LONGEST = Duration.ofMinutes(10);

    private static final int TRIES = 5;

    private volatile boolean over;

    /** The application ends, so nobody needs to wait any longer. */
    static final class Over extends RuntimeException {
        Over() {
            super("The application ends.");
        }
    }

    /** What was waited for did not come. */
    static final class InVain extends RuntimeException {
        InVain(String what) {
            super("Waited in vain for " + what + ".");
        }
    }

    /** What is looked for, as soon as it is there. */
    <T> T await(String what, Supplier<Optional<T>> look) {
        Instant end = Instant.now().plus(LONGEST);
        while (Instant.now().isBefore(end)) {
            Optional<T> found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            pause();
        }
        throw new InVain(what);
    }

    /** Does it again when a process wrote the same row in the same moment. */
    void insist(Runnable deed) {
        for (int left = TRIES; left > 1; left--) {
            try {
                deed.run();
                return;
            } catch (ConcurrencyFailureException sameMoment) {
                pause();
            }
        }
        deed.run();
    }

    /** Ends every wait. Nobody is interrupted, since that would close the file of the database. */
    void end() {
        over = true;
    }

    private void pause() {
        try {
            Thread.sleep(PAUSE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Over();
        }
        if (over) {
            throw new Over();
        }
    }
}
