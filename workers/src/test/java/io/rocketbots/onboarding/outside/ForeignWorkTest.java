package io.rocketbots.onboarding.outside;

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

    @Test
    void givesTheResultOfAPlatformThread() throws Exception {
        assertThat(ForeignWork.within(LONG, () -> Thread.currentThread().isVirtual()))
                .isFalse();
    }

    @Test
    void passesAFaultOn() {
        assertThatThrownBy(() -> ForeignWork.within(LONG, () -> {
                    throw new IllegalArgumentException("broken");
                }))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("broken");
    }

    @Test
    void endsWhatIsLate() throws Exception {
        CountDownLatch ended = new CountDownLatch(1);

        assertThatThrownBy(() -> ForeignWork.within(Duration.ofMillis(50), () -> {
                    while (!Thread.currentThread().isInterrupted()) {
                        Thread.onSpinWait();
                    }
                    ended.countDown();
                    return null;
                }))
                .isInstanceOf(ForeignWork.Refused.class);
        assertThat(ended.await(30, TimeUnit.SECONDS)).isTrue();
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
                    ForeignWork.within(LONG, () -> release.await(30, TimeUnit.SECONDS));
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
        assertThat(ForeignWork.within(LONG, () -> "free again")).isEqualTo("free again");
    }
}
