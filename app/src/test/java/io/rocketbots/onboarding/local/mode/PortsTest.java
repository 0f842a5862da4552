package io.rocketbots.onboarding.local.mode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rocketbots.onboarding.configuration.StartRefused;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;

class PortsTest {

    @Test
    void saysWhichPortIsTakenWhatNeedsItAndHowToMoveIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int number = other.getLocalPort();
            Ports ports = new Ports(List.of(Port.tcp(number, "the pages", "server.port")));

            assertThatExceptionOfType(StartRefused.class)
                    .isThrownBy(ports::refuseWhatIsTaken)
                    .withMessage(
                            "Port " + number + " is taken. It is needed for the pages and is set by 'server.port'.")
                    .satisfies(refused -> assertThat(refused.remedy()).contains("--server.port="));
        }
    }

    @Test
    void noticesWhoListensOnAllAddresses() throws IOException {
        try (ServerSocket other = new ServerSocket(0)) {
            Ports ports = new Ports(List.of(Port.tcp(other.getLocalPort(), "the pages", "server.port")));

            assertThatExceptionOfType(StartRefused.class).isThrownBy(ports::refuseWhatIsTaken);
        }
    }

    @Test
    void noticesATakenUdpPort() throws IOException {
        try (DatagramSocket other = new DatagramSocket(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))) {
            Ports ports = new Ports(List.of(Port.udp(other.getLocalPort(), "names", "onboarding.local.dns-port")));

            assertThatExceptionOfType(StartRefused.class).isThrownBy(ports::refuseWhatIsTaken);
        }
    }

    @Test
    void isContentWithFreePortsAndWithAnyPort() {
        Ports ports = new Ports(List.of(
                Port.tcp(FreePorts.take(1).getFirst(), "the pages", "server.port"),
                Port.tcp(0, "the pages", "server.port")));

        assertThatCode(ports::refuseWhatIsTaken).doesNotThrowAnyException();
    }
}
