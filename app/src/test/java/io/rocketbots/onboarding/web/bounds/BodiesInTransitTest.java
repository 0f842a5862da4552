package io.rocketbots.onboarding.web.bounds;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BodiesInTransitTest {

    private final BodiesInTransit bodies = new BodiesInTransit();

    @Test
    void leavesRoomForOthersWhenOneNetworkSendsManyAtOnce() {
        assertThat(IntStream.range(0, 500)
                        .filter(i -> bodies.begin("198.51.100.7"))
                        .count())
                .isEqualTo(BodiesInTransit.MOST_FROM_A_NETWORK);

        assertThat(bodies.begin("192.0.2.1")).isTrue();
    }

    @Test
    void leavesThreadsForRequestsWithoutABody() {
        assertThat(IntStream.range(0, 500)
                        .filter(i -> bodies.begin("network " + i))
                        .count())
                .isEqualTo(100);
    }

    @Test
    void takesTheNextOnceOneIsThere() {
        for (int i = 0; i < 1_000; i++) {
            assertThat(bodies.begin("198.51.100.7")).isTrue();
            bodies.end("198.51.100.7");
        }
    }
}
