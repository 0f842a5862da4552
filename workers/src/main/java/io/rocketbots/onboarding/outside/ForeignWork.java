package io.rocketbots.onboarding.outside;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does work whose size a stranger decides, such as cleaning a logo or reading a list of contacts. All of it shares as many
 * threads as there are processors, so that pages go on being answered; some more waits, for as long as its deadline, and the
 * rest is refused at once. What is late is interrupted: its loops look for that.
 */
public final class ForeignWork {

    private static final int THREADS = Math.max(2, Runtime.getRuntime().availableProcessors());
    private static final int WAITING = 4 * THREADS;

    private static final ThreadPoolExecutor POOL = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            1,
            TimeUnit.MINUTES,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().name("foreign-work-", 0).daemon().factory());

    static {
        POOL.allowCoreThreadTimeOut(true);
    }

    private ForeignWork() {}

    /** Nothing came of it, and it may be tried again: there was no place for it, or it took too long. */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        Refused(String why, Throwable cause) {
            super(why, cause);
        }
    }

    /**
     * Does the work in one of the threads and waits for it.
     *
     * @param deadline for all of it, the waiting included
     * @throws Refused when too much waits already, or when it was not done in time and has been interrupted
     */
    public static <T> T within(Duration deadline, Callable<T> work) throws Refused {
        Future<T> running;
        try {
            running = POOL.submit(work);
        } catch (RejectedExecutionException full) {
            throw new Refused("Too much waits already.", full);
        }
        try {
            return running.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException late) {
            throw new Refused("It was not done within " + deadline.toMillis() + " ms.", late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused("Nobody waits for it any more.", stopped);
        } catch (ExecutionException failed) {
            throw asUnchecked(Objects.requireNonNullElse(failed.getCause(), failed));
        } finally {
            running.cancel(true);
        }
    }

    /** Work tells what is wrong with what it looked at by its result; only faults are thrown. */
    private static RuntimeException asUnchecked(Throwable fault) {
        if (fault instanceof Error error) {
            throw error;
        }
        if (fault instanceof IOException unreadable) {
            return new UncheckedIOException(unreadable);
        }
        return fault instanceof RuntimeException unchecked ? unchecked : new IllegalStateException(fault);
    }
}
