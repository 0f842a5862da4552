package io.rocketbots.onboarding.localengine;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;

/**
 * Keeps the engine running as long as the application runs, and Operate and Tasklist beside it where they are wanted:
 * ready before the first worker starts, stopped after the last one.
 */
public final class LocalEngine implements SmartLifecycle {

    /** Before everything that talks to the engine, and after all of that when stopping. */
    public static final int PHASE = -1000;

    private final LocalSettings settings;
    private final Supervisor broker;
    private final @Nullable Supervisor search;
    private final @Nullable Supervisor operate;
    private volatile boolean awaited;

    LocalEngine(LocalSettings settings) {
        this.settings = settings;
        broker = new Supervisor(EngineProgram.of(settings));
        boolean withOperate = settings.operate().enabled();
        search = withOperate ? new Supervisor(SearchProgram.of(settings)) : null;
        operate = withOperate ? new Supervisor(OperateProgram.of(settings)) : null;
    }

    /** Ends what an earlier run of this application left behind, in whatever mode that ran. */
    static void endOrphans(LocalSettings settings) {
        List.of(EngineProgram.of(settings), SearchProgram.of(settings), OperateProgram.of(settings))
                .forEach(Child::endOrphan);
    }

    /** Starts everything and returns at once, so that it comes up while the application does. */
    void launch() {
        all().forEach(Supervisor::launch);
    }

    @Override
    public void start() {
        launch();
        try {
            broker.awaitReady();
            if (settings.operate().enabled()) {
                EngineProgram.exportAgain(settings);
            }
            for (Supervisor program : all()) {
                program.awaitReady();
            }
            awaited = true;
        } catch (LocalModeRefused notReady) {
            stop();
            throw notReady;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            stop();
        }
    }

    public Supervisor broker() {
        return broker;
    }

    /** OpenSearch, from which Operate and Tasklist read; there only with them. */
    public Optional<Supervisor> search() {
        return Optional.ofNullable(search);
    }

    /** Operate and Tasklist, where they are wanted. */
    public Optional<Supervisor> operate() {
        return Optional.ofNullable(operate);
    }

    private List<Supervisor> all() {
        return Stream.of(Stream.of(broker), search().stream(), operate().stream())
                .flatMap(programs -> programs)
                .toList();
    }

    /** All at once, since each may need its time and the application ends within seconds. */
    @Override
    public void stop() {
        try (ExecutorService atOnce = Executors.newVirtualThreadPerTaskExecutor()) {
            all().forEach(program -> atOnce.execute(program::stop));
        }
        awaited = false;
    }

    // Not true before it is ready: Spring would take it for started and go on without waiting.
    @Override
    public boolean isRunning() {
        return awaited;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }
}
