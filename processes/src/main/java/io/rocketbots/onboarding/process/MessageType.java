package io.rocketbots.onboarding.process;

import java.time.Duration;

/**
 * A message the engine waits for: its name in the models, the variables it brings and how long the engine keeps it
 * when nobody waits for it yet.
 */
public record MessageType<T>(String name, Class<T> payload, Duration timeToLive) {}
