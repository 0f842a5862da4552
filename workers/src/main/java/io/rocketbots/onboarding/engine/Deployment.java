package io.rocketbots.onboarding.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import io.camunda.client.api.response.Process;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.rocketbots.onboarding.process.Models;
import io.rocketbots.onboarding.process.ProcessId;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.module.ModuleDescriptor.Version;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deploys all models, decisions and forms with one command when the app starts, as soon as the engine answers. The
 * engine itself gives no new version to content that is the latest already, so a repeat is harmless and mends an engine
 * that lost its data; an older release never deploys over a newer one, so that mixed app nodes do not flip versions.
 */
@Component
public class Deployment implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Deployment.class);
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final CamundaClient client;
    private final JdbcClient jdbc;
    private final TransactionOperations transaction;
    private final ProcessModels models;
    private final Clock clock;
    private final String release;
    private final CountDownLatch deployed = new CountDownLatch(1);
    private volatile Map<String, Process> newest = Map.of();
    private volatile boolean running;
    private @Nullable Thread loop;

    Deployment(
            CamundaClient client,
            JdbcClient jdbc,
            TransactionOperations transaction,
            ProcessModels models,
            Clock clock,
            EngineSettings settings,
            MeterRegistry meters) {
        this.client = client;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.models = models;
        this.clock = clock;
        this.release = settings.release();
        Gauge.builder("onboarding.models.deployed", () -> isDeployed() ? 1 : 0)
                .description("Whether the engine has the models of this release or of a newer one")
                .register(meters);
    }

    /** The engine has the models of this release, or of a newer one. */
    public boolean isDeployed() {
        return deployed.getCount() == 0;
    }

    /**
     * The newest version of that process; empty where a newer release has deployed it, also since this node did, or
     * nobody has yet.
     */
    Optional<Process> newestOf(ProcessId process) {
        return Optional.ofNullable(newest.get(process.id()))
                .filter(mine -> newestRelease("").filter(this::isNewer).isEmpty());
    }

    private Optional<String> newestRelease(String lock) {
        return jdbc.sql("SELECT release FROM deployment WHERE id = 1" + lock)
                .query(String.class)
                .optional();
    }

    private boolean isNewer(String other) {
        return isNewer(other, release);
    }

    /** Waits so long for the models; whether they are there. */
    boolean awaitDeployed(Duration patience) {
        try {
            return deployed.await(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public void start() {
        running = true;
        loop = Thread.ofPlatform().daemon().name("deployment").start(this::deployWhenPossible);
    }

    @Override
    public void stop() {
        running = false;
        if (loop != null) {
            loop.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    private void deployWhenPossible() {
        while (running && !isDeployed()) {
            try {
                transaction.executeWithoutResult(status -> deploy());
                deployed.countDown();
            } catch (RuntimeException fault) {
                log.warn("The models could not be deployed yet; trying again in {}. ({})", RETRY, fault.getMessage());
                try {
                    Thread.sleep(RETRY);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
            }
        }
    }

    private void deploy() {
        Optional<String> last = newestRelease(" FOR UPDATE");
        if (last.filter(this::isNewer).isPresent()) {
            log.info("Release {} deployed its models before; this older release {} leaves them.", last.get(), release);
            return;
        }
        Map<String, byte[]> files = read();
        DeployResourceCommandStep2 command = null;
        for (Map.Entry<String, byte[]> file : files.entrySet()) {
            command = command == null
                    ? client.newDeployResourceCommand().addResourceBytes(file.getValue(), file.getKey())
                    : command.addResourceBytes(file.getValue(), file.getKey());
        }
        List<Process> processes = Objects.requireNonNull(command)
                .requestTimeout(Duration.ofSeconds(60))
                .send()
                .join(70, TimeUnit.SECONDS)
                .getProcesses();
        for (Process process : processes) {
            models.deployed(ProcessId.find(process.getBpmnProcessId()).orElseThrow(), process.getVersion());
            log.info("Model {} stands at version {}.", process.getBpmnProcessId(), process.getVersion());
        }
        newest = processes.stream().collect(Collectors.toMap(Process::getBpmnProcessId, process -> process));
        remember(last.isPresent());
    }

    private void remember(boolean again) {
        jdbc.sql(
                        again
                                ? "UPDATE deployment SET release = :release, deployed_at = :now WHERE id = 1"
                                : "INSERT INTO deployment (id, release, deployed_at) VALUES (1, :release, :now)")
                .param("release", release)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }

    private static Map<String, byte[]> read() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        for (String name : Models.resources()) {
            try (InputStream file = Deployment.class.getClassLoader().getResourceAsStream(name)) {
                files.put(name, Objects.requireNonNull(file, name).readAllBytes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return files;
    }

    static boolean isNewer(String release, String than) {
        return Version.parse(release).compareTo(Version.parse(than)) > 0;
    }
}
