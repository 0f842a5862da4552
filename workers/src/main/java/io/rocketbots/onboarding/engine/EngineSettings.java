package io.rocketbots.onboarding.engine;

import java.net.URI;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * Where the engine is and how it is used.
 *
 * @param address the gateway's gRPC address; {@code http} speaks in the clear, {@code https} by TLS
 * @param username with the password, for clusters that ask for a sign-in
 * @param password belongs to the username
 * @param relayPoll how often the outbox is looked at when nothing woke the relay; no less than 5 s
 * @param release the release of this build, which the build fills in: an older release never deploys over a newer one
 */
public record EngineSettings(
        URI address, @Nullable String username, @Nullable String password, Duration relayPoll, String release) {}
