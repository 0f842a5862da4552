package io.rocketbots.onboarding.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import java.net.URI;
import org.junit.jupiter.api.Test;

class EngineHealthTest {

    @Test
    void aSilentEngineIsAnAnswer() {
        try (CamundaClient nobodyThere = CamundaClient.newClientBuilder()
                .grpcAddress(URI.create("http://127.0.0.1:1"))
                .preferRestOverGrpc(false)
                .build()) {
            assertThat(new EngineHealth(nobodyThere).ask()).isEmpty();
        }
    }
}
