package io.rocketbots.onboarding.kernel.outbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class ForeignWorkTest {

    private static final Duration LONG = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final ForeignWork work = new ForeignWork("test", 2, 8);

    @Test
    void givesTheResultOfAPlatformThread() throws Exception {
        assertThat(work.within(LONG, () -> Thread.currentThread().isVirtual())).isFalse();
    }

    @Test
    void passesAFaultOn() {
        assertThatThrownBy(() -> work.within(LONG, () -> {
                    throw new IllegalArgumentException("broken");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("broken");
    }

    @Test
    void endsWhatIsLate() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);

        assertThatThrownBy(() -> work.within(SHORT, () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    ended.countDown();
                    return null;
                }))
                .isInstanceOfSatisfying(
                        ForeignWork.Refused.class,
                        refused -> assertThat(refused.isLate()).isTrue());
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void doesNotCallLateWhatHadToWaitForOthersAndKeepsNoPlaceForIt() throws Exception {
        ForeignWork one = new ForeignWork("test", 1, 1);
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        Thread busy = Thread.ofVirtual().start(() -> {
            try {
                one.within(LONG, () -> {
                    begun.countDown();
                    return release.await(30, TimeUnit.SECONDS);
                });
            } catch (ForeignWork.Refused refused) {
                throw new AssertionError(refused);
            }
        });
        begun.await();

        assertThatThrownBy(() -> one.within(SHORT, () -> "never"))
                .isInstanceOfSatisfying(
                        ForeignWork.Refused.class,
                        refused -> assertThat(refused.isLate()).isFalse());
        assertThatThrownBy(() -> one.within(SHORT, () -> "never")).hasMessage("It was not done within 50 ms.");
        release.countDown();
        busy.join();
    }

    @Test
    void takesNoThreadFromOtherKinds() throws Exception {
        ForeignWork silent = new ForeignWork("silent", 1, 1);
        CountDownLatch release = new CountDownLatch(1);
        Thread waiting = Thread.ofVirtual().start(() -> {
            try {
                silent.within(LONG, () -> release.await(30, TimeUnit.SECONDS));
            } catch (ForeignWork.Refused refused) {
                throw new AssertionError(refused);
            }
        });

        assertThat(work.within(LONG, () -> "done")).isEqualTo("done");
        release.countDown();
        waiting.join();
    }

    @Test
    void refusesAtOnceWhatWouldWaitForLong() throws Exception {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger refused = new AtomicInteger();
        AtomicInteger done = new AtomicInteger();
        List<Thread> callers = new ArrayList<>();
        for (int i = 0; i < 200; i++) {
            callers.add(Thread.ofVirtual().start(() -> {
                try {
                    work.within(LONG, () -> release.await(30, TimeUnit.SECONDS));
                    done.incrementAndGet();
                } catch (ForeignWork.Refused busy) {
                    refused.incrementAndGet();
                    release.countDown();
                }
            }));
        }
        for (Thread caller : callers) {
            caller.join();
        }

        assertThat(refused).hasPositiveValue();
        assertThat(done).hasPositiveValue();
        assertThat(work.within(LONG, () -> "free again")).isEqualTo("free again");
    }
}
