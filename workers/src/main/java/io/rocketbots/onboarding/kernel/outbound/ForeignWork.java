package io.rocketbots.onboarding.kernel.outbound;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Does work whose size a stranger decides, such as cleaning a logo, reading a list of contacts or asking a name server. Each
 * kind of it has a few platform threads of its own, so that pages go on being answered and whoever waits for a silent server
 * takes no thread from whoever computes. Some more of it waits, for as long as its deadline, and the rest is refused at once.
 * What is late is interrupted: its loops look for that.
 */
public final class ForeignWork {

    private static final int PROCESSORS = Math.max(2, Runtime.getRuntime().availableProcessors());

    /** For what keeps a processor busy: as many threads as there are processors. */
    public static final ForeignWork COMPUTING = new ForeignWork("foreign-work", PROCESSORS, 4 * PROCESSORS);

    private final ThreadPoolExecutor threads;

    /**
     * Has no threads until there is work, and none a minute after the last.
     *
     * @param name of the threads
     * @param atOnce how much is done at a time
     * @param waiting how much more may wait for that
     */
    public ForeignWork(String name, int atOnce, int waiting) {
        this.threads = new ThreadPoolExecutor(
                atOnce,
                atOnce,
                1,
                TimeUnit.MINUTES,
                new ArrayBlockingQueue<>(waiting),
                Thread.ofPlatform().name(name + "-", 0).daemon().factory());
        threads.allowCoreThreadTimeOut(true);
    }

    /** Nothing came of it, and it may be tried again: there was no place for it, or it took too long. */
    public static final class Refused extends Exception {

        private static final long serialVersionUID = 1L;

        private final boolean late;

        Refused(String why, boolean late, Throwable cause) {
            super(why, cause);
            this.late = late;
        }

        /** Whether it took too long though it had most of the time for itself; otherwise it had to wait for others. */
        public boolean isLate() {
            return late;
        }
    }

    /** Work that knows how long it waited until a thread took it. */
    private static final class Awaited<T> implements Callable<T> {

        private final Callable<T> work;
        private final long asked = System.nanoTime();
        private volatile Duration waited = ChronoUnit.FOREVER.getDuration();

        Awaited(Callable<T> work) {
            this.work = work;
        }

        @Override
        public T call() throws Exception {
            waited = Duration.ofNanos(System.nanoTime() - asked);
            return work.call();
        }

        boolean hadMostOf(Duration time) {
            return waited.compareTo(time.dividedBy(2)) < 0;
        }
    }

    /**
     * Does the work in one of the threads and waits for it.
     *
     * @param deadline for all of it, the waiting included
     * @throws Refused when too much waits already, or when it was not done in time and has been interrupted
     */
    public <T> T within(Duration deadline, Callable<T> work) throws Refused {
        Awaited<T> awaited = new Awaited<>(work);
        FutureTask<T> running = new FutureTask<>(awaited);
        try {
            threads.execute(running);
            return running.get(deadline.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException full) {
            throw new Refused("Too much waits already.", false, full);
        } catch (TimeoutException late) {
            throw new Refused(
                    "It was not done within " + deadline.toMillis() + " ms.", awaited.hadMostOf(deadline), late);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new Refused("Nobody waits for it any more.", false, stopped);
        } catch (ExecutionException failed) {
            throw asUnchecked(Objects.requireNonNullElse(failed.getCause(), failed));
        } finally {
            running.cancel(true);
            // What nobody waits for takes no place from others.
            threads.remove(running);
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
