package io.rocketbots.onboarding.tenancy.account;

import java.time.Duration;

/** What a one-time link is for, and how long it is good. */
public enum TokenKind {
    ACTIVATION(Duration.ofDays(30), "/activate/"),
    RESET(Duration.ofHours(1), "/reset-password/");

    private final Duration lifetime;
    private final String path;

    TokenKind(Duration lifetime, String path) {
        this.lifetime = lifetime;
        this.path = path;
    }

    public Duration lifetime() {
        return lifetime;
    }

    /** What the page's path begins with; the token follows. */
    public String path() {
        return path;
    }
}
