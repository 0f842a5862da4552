package io.rocketbots.onboarding.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.Topology;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** Asks the engine how it is; a silent engine is an answer, too. */
@Component
public class EngineHealth {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final CamundaClient client;

    EngineHealth(CamundaClient client) {
        this.client = client;
    }

    /** What the engine says of itself. */
    public record Health(String version, int brokers, int partitions) {}

    /** Empty when the engine does not answer. */
    public Optional<Health> ask() {
        try {
            Topology topology = client.newTopologyRequest()
                    .requestTimeout(PATIENCE)
                    .send()
                    .join(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return Optional.of(new Health(
                    topology.getGatewayVersion(), topology.getBrokers().size(), topology.getPartitionsCount()));
        } catch (RuntimeException silent) {
            return Optional.empty();
        }
    }
}
