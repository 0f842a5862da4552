package io.rocketbots.onboarding.kernel.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LoopTest {

    private static final Duration LONG = Duration.ofHours(1);

    private final BlockingQueue<Thread> turns = new LinkedBlockingQueue<>();
    private Loop loop = new Loop("test-loop", LONG, this::turn);

    @AfterEach
    void stop() {
        loop.stop(Duration.ofSeconds(5));
    }

    @Test
    void worksOnAPlatformThreadThatKeepsNobodyFromEnding() throws InterruptedException {
        loop.start();

        Thread thread = next();

        assertThat(thread.isVirtual()).isFalse();
        assertThat(thread.isDaemon()).isTrue();
        assertThat(thread.getName()).isEqualTo("test-loop");
    }

    @Test
    void takesTheNextTurnWhenItIsWoken() throws InterruptedException {
        loop.start();
        next();

        loop.wake();

        next();
        assertThat(turns.poll(200, TimeUnit.MILLISECONDS)).isNull();
    }

    @Test
    void takesTheNextTurnWhenThePauseIsOver() throws InterruptedException {
        loop = new Loop("test-loop", LONG, () -> {
            turn();
            return Duration.ofMillis(10);
        });

        loop.start();

        next();
        next();
    }

    @Test
    void goesOnAfterAFault() throws InterruptedException {
        loop = new Loop("test-loop", Duration.ofMillis(10), () -> {
            turn();
            throw new NoClassDefFoundError("even this");
        });

        loop.start();

        next();
        next();
    }

    @Test
    void waitsForTheEndOfTheLastTurn() throws InterruptedException {
        CountDownLatch end = new CountDownLatch(1);
        loop = new Loop("test-loop", LONG, () -> {
            turn();
            end.await();
            return LONG;
        });
        loop.start();
        Thread thread = next();

        loop.stop(Duration.ofMillis(50));

        assertThat(loop.isRunning()).isFalse();
        assertThat(thread.isAlive()).isTrue();
        end.countDown();
        assertThat(thread.join(Duration.ofSeconds(5))).isTrue();
    }

    @Test
    void canBeStartedAgain() throws InterruptedException {
        loop.start();
        next();
        loop.stop(Duration.ofSeconds(5));

        loop.start();

        assertThat(loop.isRunning()).isTrue();
        next();
    }

    private Duration turn() {
        turns.add(Thread.currentThread());
        return LONG;
    }

    private Thread next() throws InterruptedException {
        return Objects.requireNonNull(turns.poll(10, TimeUnit.SECONDS), "Nobody has taken a turn.");
    }
}
