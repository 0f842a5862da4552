package io.rocketbots.onboarding.kernel.loop;

import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A thread of its own that takes one turn after the other, and pauses in between until the pause is over or somebody wakes
 * it. A turn that fails is followed by the next one after a pause.
 *
 * <p>It is a platform thread: a virtual one that loads a class keeps its carrier until another thread has loaded it, and
 * with as few carriers as processors nobody may be left to do so (Spring Boot #51463).
 *
 * <p>Whoever owns it is a {@link org.springframework.context.SmartLifecycle} of the default phase, which starts last, when
 * everything else has, and stops first.
 */
public final class Loop {

    private static final Logger log = LoggerFactory.getLogger(Loop.class);

    private final String name;
    private final Duration pauseAfterFault;
    private final Turn turn;
    private final Semaphore wakeUps = new Semaphore(0);
    private volatile @Nullable Thread thread;

    /**
     * Does nothing yet.
     *
     * @param name of its thread
     */
    public Loop(String name, Duration pauseAfterFault, Turn turn) {
        this.name = name;
        this.pauseAfterFault = pauseAfterFault;
        this.turn = turn;
    }

    /** What is to be done again and again. */
    @FunctionalInterface
    public interface Turn {
        /** Works, and says how long to pause unless somebody wakes it. */
        Duration take() throws InterruptedException;
    }

    public void start() {
        Thread started = Thread.ofPlatform().daemon().name(name).unstarted(this::run);
        thread = started;
        started.start();
    }

    /** Ends the pause, or has the next one left out. */
    public void wake() {
        wakeUps.release();
    }

    /** Has the turn that is being taken be the last one, and waits so long for its end. It is never interrupted. */
    public void stop(Duration patience) {
        Thread running = thread;
        thread = null;
        wake();
        if (running != null) {
            try {
                running.join(patience);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** From the start until it is told to stop. */
    public boolean isRunning() {
        return thread != null;
    }

    private void run() {
        try {
            while (Thread.currentThread() == thread) {
                pause(takeTurn());
            }
        } catch (InterruptedException stopped) {
            log.warn("The loop {} was interrupted and works no more.", name);
        }
    }

    private Duration takeTurn() throws InterruptedException {
        try {
            return turn.take();
        } catch (RuntimeException | Error fault) {
            log.error("A turn of {} failed; the next one comes in {}.", name, pauseAfterFault, fault);
            return pauseAfterFault;
        }
    }

    private void pause(Duration pause) throws InterruptedException {
        if (wakeUps.tryAcquire(pause.toMillis() + 1, TimeUnit.MILLISECONDS)) {
            wakeUps.drainPermits();
        }
    }
}
