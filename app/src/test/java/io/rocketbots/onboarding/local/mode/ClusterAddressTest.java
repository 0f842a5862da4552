package io.rocketbots.onboarding.local.mode;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rocketbots.onboarding.configuration.StartRefused;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

class ClusterAddressTest {

    @Test
    void saysWhereNobodyAnswersAndWhatToDo() {
        URI nobody = URI.create("http://127.0.0.1:" + FreePorts.take(1).getFirst());

        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> new ClusterAddress(nobody).refuseSilence())
                .withMessageContaining("Nobody answers at " + nobody)
                .satisfies(refused -> Assertions.assertThat(refused.remedy())
                        .contains("Camunda 8 Run", "--onboarding.engine.address="));
    }

    @Test
    void isContentWhenSomebodyListens() throws IOException {
        try (ServerSocket engine = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            ClusterAddress address = new ClusterAddress(URI.create("http://127.0.0.1:" + engine.getLocalPort()));

            assertThatCode(address::refuseSilence).doesNotThrowAnyException();
        }
    }
}
