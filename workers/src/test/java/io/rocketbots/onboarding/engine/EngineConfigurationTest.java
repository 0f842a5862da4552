package io.rocketbots.onboarding.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EngineConfigurationTest {

    private final CountDownLatch closed = new CountDownLatch(1);

    @Test
    @Timeout(30)
    void endsThoughTheClientWaitsForever() throws Exception {
        CamundaClient client = clientThat(() -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException wokenUp) {
                closed.countDown();
            }
        });

        EngineConfiguration.close(client, Duration.ofMillis(50));

        assertThat(closed.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void waitsForAClientThatCloses() throws Exception {
        EngineConfiguration.close(clientThat(closed::countDown), Duration.ofSeconds(20));

        assertThat(closed.getCount()).isZero();
    }

    private static CamundaClient clientThat(Runnable closes) {
        return (CamundaClient) Proxy.newProxyInstance(
                CamundaClient.class.getClassLoader(),
                new Class<?>[] {CamundaClient.class},
                (proxy, method, arguments) -> {
                    closes.run();
                    return null;
                });
    }
}
