package io.rocketbots.onboarding.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.CamundaClientBuilder;
import io.camunda.client.CredentialsProvider;
import io.camunda.client.impl.basicauth.BasicAuthCredentialsProviderBuilder;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;

/** The one client that speaks to the engine, by gRPC. */
@Configuration
class EngineConfiguration implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(EngineConfiguration.class);

    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(2);

    /** More than a kind of job may have at once, so that one whose world outside is silent leaves some to the others. */
    private static final int JOBS_AT_ONCE = 64;

    private volatile @Nullable CamundaClient opened;

    /**
     * Opens no connection until it is used, and the loops that use it live with an engine that is away. Closed when all of
     * them have stopped.
     */
    @Bean(destroyMethod = "")
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
        CamundaClient client = builder.build();
        opened = client;
        return client;
    }

    /** Comes after everything that uses the client. */
    @Override
    public void destroy() throws InterruptedException {
        CamundaClient client = opened;
        if (client != null) {
            close(client, CLOSE_WITHIN);
        }
    }

    /**
     * Closes the client and waits no longer than that. The client (8.9.0, {@code JobStreamerImpl.open}) keeps a lock when a
     * stream is to be opened again just after it was closed, and then waits for that lock forever; interrupted, it goes on.
     */
    static void close(CamundaClient client, Duration within) throws InterruptedException {
        Thread closing = Thread.ofPlatform()
                .daemon()
                .name("engine-client-close")
                .uncaughtExceptionHandler((thread, fault) -> log.warn("The engine's client did not close.", fault))
                .start(client::close);
        if (!closing.join(within)) {
            closing.interrupt();
            closing.join(within);
        }
    }

    /** Threads of the platform, since they load classes: see {@link io.rocketbots.onboarding.kernel.loop.Loop}. */
    private static ExecutorService jobThreads() {
        return Executors.newFixedThreadPool(
                JOBS_AT_ONCE, Thread.ofPlatform().daemon().name("job-", 1).factory());
    }
}
