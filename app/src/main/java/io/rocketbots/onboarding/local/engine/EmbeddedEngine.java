package io.rocketbots.onboarding.local.engine;

import io.camunda.search.clients.SearchClientsProxy;
import io.camunda.security.auth.BrokerRequestAuthorizationConverter;
import io.camunda.security.configuration.SecurityConfiguration;
import io.camunda.zeebe.db.AccessMetricsConfiguration;
import io.camunda.zeebe.db.ConsistencyChecksSettings;
import io.camunda.zeebe.db.ZeebeDb;
import io.camunda.zeebe.db.impl.rocksdb.RocksDbConfiguration;
import io.camunda.zeebe.db.impl.rocksdb.ZeebeRocksDbFactory;
import io.camunda.zeebe.db.impl.rocksdb.ZeebeRocksDbFactory.SharedRocksDbResources;
import io.camunda.zeebe.engine.Engine;
import io.camunda.zeebe.engine.EngineConfiguration;
import io.camunda.zeebe.engine.processing.EngineProcessors;
import io.camunda.zeebe.engine.processing.message.command.SubscriptionCommandSender;
import io.camunda.zeebe.logstreams.log.LogStream;
import io.camunda.zeebe.process.test.engine.ProcessTestGateway;
import io.camunda.zeebe.protocol.ZbColumnFamilies;
import io.camunda.zeebe.scheduler.ActorScheduler;
import io.camunda.zeebe.stream.api.ReadonlyStreamProcessorContext;
import io.camunda.zeebe.stream.api.StreamProcessorLifecycleAware;
import io.camunda.zeebe.stream.impl.ControllableStreamClockImpl;
import io.camunda.zeebe.stream.impl.StreamProcessor;
import io.camunda.zeebe.stream.impl.state.StreamProcessorDbState;
import io.camunda.zeebe.util.FeatureFlags;
import io.grpc.Server;
import io.grpc.netty.NettyServerBuilder;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of Zeebe's engine in this process: put together as Zeebe Process Test does it, with two parts exchanged so that
 * it survives {@code kill -9}: its state is in RocksDB, and its log in {@linkplain DiskLog files}.
 */
final class EmbeddedEngine implements AutoCloseable {

    private static final int PARTITION = 1;
    private static final int PARTITIONS = 1;
    private static final long STATE_MEMORY = 64L * 1024 * 1024;
    // A cluster's partition begins to refuse at about as many.
    private static final int MOST_WAITING = 100;
    private static final int LARGEST_MESSAGE = 4 * 1024 * 1024;
    private static final Duration RECOVERY_PATIENCE = Duration.ofMinutes(2);
    private static final Duration CLEANING_PAUSE = Duration.ofSeconds(5);
    private static final Duration STOP_PATIENCE = Duration.ofSeconds(3);

    private static final Logger log = LoggerFactory.getLogger(EmbeddedEngine.class);

    // Closed from the last to the first.
    private final Deque<AutoCloseable> parts = new ArrayDeque<>();
    private final CompletableFuture<Void> recovered = new CompletableFuture<>();
    private final CompletableFuture<Void> failure = new CompletableFuture<>();
    private final EngineFiles files;
    private final int port;
    private final Clock clock;
    private final DiskLog diskLog;
    private final ZeebeDb<ZbColumnFamilies> state;
    private final LogStream stream;
    private final StreamProcessor processor;

    private EmbeddedEngine(EngineFiles files, int port, Clock clock) throws IOException {
        this.files = files;
        this.port = port;
        this.clock = clock;
        try {
            files.prepare();
            ActorScheduler scheduler = part(ActorScheduler.newActorScheduler()
                    .setActorClock(new EngineClock(clock))
                    .setCpuBoundActorThreadCount(1)
                    .setIoBoundActorThreadCount(1)
                    .setSchedulerName("engine")
                    .build());
            scheduler.start();
            diskLog = part(DiskLog.open(files.log()));
            var unusedFailure = diskLog.failure().whenComplete((never, fault) -> failure.completeExceptionally(fault));
            state = openState();
            refuseGap();
            stream = part(LogStream.builder()
                    .withPartitionId(PARTITION)
                    .withLogStorage(diskLog)
                    .withClock(clock)
                    .withMeterRegistry(new SimpleMeterRegistry())
                    .build());
            ProcessTestGateway gateway = new ProcessTestGateway(stream.newLogStreamWriter(), port, diskLog.last());
            processor = processor(scheduler, gateway);
            parts.push(() -> processor.closeAsync().get(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS));
            var unusedOpening = processor.openAsync(false);
            awaitRecovery();
            parts.push(serve(gateway));
            parts.push(deletingOldSegments());
        } catch (IOException | RuntimeException e) {
            close();
            throw e;
        }
    }

    /**
     * Opens the engine with what is in the directory; it answers at that port once this returns. What it cannot use is moved
     * aside, and it begins with nothing.
     */
    static EmbeddedEngine open(Path directory, int port, Clock clock) throws IOException {
        EngineFiles files = new EngineFiles(directory);
        try {
            return new EmbeddedEngine(files, port, clock);
        } catch (EngineFilesBroken broken) {
            Path aside = files.moveAside(clock.instant());
            try {
                EmbeddedEngine empty = new EmbeddedEngine(files, port, clock);
                log.error(
                        "The engine's files in {} cannot be used. {} They are kept in {}. The engine has begun with"
                                + " nothing: cases that were under way stand still.",
                        directory,
                        broken.getMessage(),
                        aside);
                return empty;
            } catch (IOException | RuntimeException e) {
                files.moveBack(aside);
                e.addSuppressed(broken);
                throw e;
            }
        }
    }

    /** State and log must be of one piece; the engine would go on with a gap and not notice. */
    private void refuseGap() {
        long processed = new StreamProcessorDbState(state, state.createContext())
                .getLastProcessedPositionState()
                .getLastSuccessfulProcessedRecordPosition();
        long first = diskLog.first();
        long last = diskLog.last();
        if (processed > 0 ? first > processed || last < processed : first > 1) {
            throw new EngineFilesBroken("The state knows the records up to " + processed
                    + ", and the log has those from " + first + " to " + last + ".");
        }
    }

    /**
     * Deletes from time to time what is no longer needed of the log: that of which also the disk knows in the state what
     * became of it.
     */
    private AutoCloseable deletingOldSegments() {
        ScheduledExecutorService cleaner = Executors.newSingleThreadScheduledExecutor(
                task -> Thread.ofPlatform().daemon().name("engine-log").unstarted(task));
        long pause = CLEANING_PAUSE.toMillis();
        var unused = cleaner.scheduleWithFixedDelay(this::deleteOldSegments, pause, pause, TimeUnit.MILLISECONDS);
        return () -> {
            cleaner.shutdown();
            if (!cleaner.awaitTermination(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new TimeoutException("Its log is being cleaned.");
            }
        };
    }

    /** Does it now. */
    void deleteOldSegments() {
        try {
            long processed = processor.getLastProcessedPositionAsync().join(10, TimeUnit.SECONDS);
            if (diskLog.hasSegmentBefore(processed)) {
                // To copy its state, RocksDB brings all of it to the disk; the copy itself is not wanted.
                state.createSnapshot(files.copy().toFile());
                files.copy();
                diskLog.deleteBefore(processed);
            }
        } catch (IOException | RuntimeException e) {
            log.warn("What is no longer needed of the engine's log could not be deleted; it is tried again.", e);
        }
    }

    private ZeebeDb<ZbColumnFamilies> openState() {
        SharedRocksDbResources memory = part(SharedRocksDbResources.allocate(STATE_MEMORY));
        try {
            return part(new ZeebeRocksDbFactory<ZbColumnFamilies>(
                            new RocksDbConfiguration().setWalDisabled(false).setMemoryLimit(STATE_MEMORY),
                            new ConsistencyChecksSettings(),
                            new AccessMetricsConfiguration(AccessMetricsConfiguration.Kind.NONE, PARTITION),
                            SimpleMeterRegistry::new,
                            memory,
                            PARTITIONS)
                    .createDb(files.state().toFile()));
        } catch (IllegalStateException e) {
            throw new EngineFilesBroken(
                    String.valueOf(e.getCause() == null ? e : e.getCause().getMessage()), e);
        }
    }

    private StreamProcessor processor(ActorScheduler scheduler, ProcessTestGateway gateway) {
        SecurityConfiguration security = new SecurityConfiguration();
        security.getAuthorizations().setEnabled(false);
        return StreamProcessor.builder()
                .logStream(stream)
                .zeebeDb(state)
                .commandResponseWriter(gateway.answers())
                .partitionCommandSender(gateway.commands())
                .recordProcessors(List.of(new Engine(
                        context -> EngineProcessors.createEngineProcessors(
                                context,
                                PARTITIONS,
                                new SubscriptionCommandSender(context.getPartitionId(), gateway.commands()),
                                gateway.commands(),
                                FeatureFlags.createDefault(),
                                gateway.jobs(),
                                SearchClientsProxy.noop(),
                                new BrokerRequestAuthorizationConverter(security)),
                        new EngineConfiguration(),
                        security)))
                .actorSchedulingService(scheduler)
                .clock(new ControllableStreamClockImpl(clock))
                .meterRegistry(new SimpleMeterRegistry())
                .addLifecycleListener(new StreamProcessorLifecycleAware() {
                    @Override
                    public void onRecovered(ReadonlyStreamProcessorContext context) {
                        recovered.complete(null);
                    }

                    @Override
                    public void onFailed() {
                        IllegalStateException fault = new IllegalStateException("It stopped; its log says why.");
                        recovered.completeExceptionally(fault);
                        failure.completeExceptionally(fault);
                    }
                })
                .build();
    }

    private void awaitRecovery() {
        try {
            recovered.get(RECOVERY_PATIENCE.toSeconds(), TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new EngineFilesBroken("What is in the log cannot be replayed.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while the engine recovers.", e);
        }
    }

    /** Nobody but this machine can speak to it: it asks for no password. */
    private AutoCloseable serve(ProcessTestGateway gateway) throws IOException {
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(InetAddress.getLoopbackAddress(), port))
                .addService(gateway.service())
                .intercept(new BackPressure(MOST_WAITING))
                .maxInboundMessageSize(LARGEST_MESSAGE)
                .build()
                .start();
        return () -> server.shutdownNow().awaitTermination(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    }

    private <T extends AutoCloseable> T part(T opened) {
        parts.push(opened);
        return opened;
    }

    /** Fails when the engine cannot go on; one that is opened anew with the same directory may. */
    CompletableFuture<Void> failure() {
        return failure;
    }

    /** What it writes down and works on, for tests that say what clients by gRPC cannot. */
    LogStream stream() {
        return stream;
    }

    /**
     * Ends this run. What is still at work after a while is left as it is, as {@code kill -9} would: to close the state under
     * the hands of the engine ends the whole process.
     */
    @Override
    public void close() {
        while (!parts.isEmpty()) {
            AutoCloseable part = parts.pop();
            try {
                part.close();
            } catch (TimeoutException busy) {
                parts.clear();
                log.warn("The engine is at work and is left alone; its next start goes on from there.", busy);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                parts.clear();
            } catch (Exception e) {
                log.warn("A part of the engine does not close; what it keeps survives that.", e);
            }
        }
    }
}
