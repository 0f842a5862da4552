package io.rocketbots.onboarding.local.mail;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A mail that the catcher took. */
public record CaughtMail(
        UUID id,
        String to,
        String from,
        @Nullable String replyTo,
        String subject,
        String text,
        String html,
        Instant sentAt) {}
