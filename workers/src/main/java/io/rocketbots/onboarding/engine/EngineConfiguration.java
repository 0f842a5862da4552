package io.rocketbots.onboarding.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.camunda.client.CredentialsProvider;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The one client that speaks to the engine, by gRPC. */
@Configuration
class EngineConfiguration {

    /** More than a kind of job may have at once, so that one whose world outside is silent leaves some to the others. */
    private static final int JOBS_AT_ONCE = 64;

    /**
     * Opens no connection until it is used, and the loops that use it live with an engine that is away. Closed when all of
     * them have stopped.
     */
    @Bean(destroyMethod = "close")
    @Lazy
    CamundaClient camundaClient(EngineSettings settings) {
        CamundaClientBuilder builder = CamundaClient.newClientBuilder()
                .grpcAddress(settings.address())
                .preferRestOverGrpc(false)
                .defaultRequestTimeout(Duration.ofSeconds(10))
                // Answers to jobs are sent again when the engine is away for a moment.
                .useDefaultRetryPolicy(true)
                .jobHandlingExecutor(jobThreads(), true);
        if (settings.username() != null && settings.password() != null) {
            CredentialsProvider credentials = new BasicAuthCredentialsProviderBuilder()
                    .username(settings.username())
                    .password(settings.password())
                    .build();
            builder = builder.credentialsProvider(credentials);
        }
        return builder.build();
    }

    /** Threads of the platform, since they load classes: see {@link io.rocketbots.onboarding.kernel.loop.Loop}. */
    private static ExecutorService jobThreads() {
        return Executors.newFixedThreadPool(
                JOBS_AT_ONCE, Thread.ofPlatform().daemon().name("job-", 1).factory());
    }
}
