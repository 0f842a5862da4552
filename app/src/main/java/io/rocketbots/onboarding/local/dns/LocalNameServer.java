package io.rocketbots.onboarding.local.dns;

import io.rocketbots.onboarding.configuration.LocalSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Runs the local name server as long as the application, from before the first job to after the last. */
@Component
@Profile("local")
final class LocalNameServer implements SmartLifecycle {

    private final int port;
    private final LocalZones zones;
    private volatile @Nullable NameServer server;

    LocalNameServer(LocalSettings settings, LocalZones zones) {
        this.port = settings.dnsPort();
        this.zones = zones;
    }

    @Override
    public int getPhase() {
        return 0;
    }

    @Override
    public void start() {
        try {
            server = new NameServer(port, zones);
        } catch (IOException e) {
            throw new UncheckedIOException("The local name server cannot listen on port " + port + ".", e);
        }
    }

    @Override
    public void stop() {
        NameServer running = server;
        server = null;
        if (running != null) {
            try {
                running.close();
            } catch (IOException e) {
                throw new UncheckedIOException("The local name server cannot let go of port " + port + ".", e);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }
}
