package io.rocketbots.onboarding.local.engine;

import io.rocketbots.onboarding.local.mode.FreePorts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;

/** An engine for an application that is not in local mode: as a cluster is, it is not the application's own. */
public final class StandaloneEngine implements AutoCloseable {

    private final Path data;
    private final int port = FreePorts.take(1).getFirst();
    private EmbeddedEngine engine;

    private StandaloneEngine(Path data) throws IOException {
        this.data = data;
        engine = EmbeddedEngine.open(data, port, Clock.systemUTC());
    }

    /** Starts it with that data directory; it answers once this returns. */
    public static StandaloneEngine start(Path data) throws IOException {
        return new StandaloneEngine(data);
    }

    /** Starts it with what is in its directory now, after it was closed. */
    public void startAgain() throws IOException {
        engine = EmbeddedEngine.open(data, port, Clock.systemUTC());
    }

    /** All that it knows. */
    public Path state() {
        return data;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        engine.close();
    }
}
