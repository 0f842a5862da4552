package io.rocketbots.onboarding.web.security;

import com.google.common.base.Splitter;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose password was right and who has yet to give a code. It opens nothing but the page of that step.
 *
 * @param generation of the account's sessions, so that a new password ends this, too
 * @param at when the password was right
 * @param goal a path of our own to go to in the end
 */
record PendingSignIn(
        AccountId account,
        PlatformId platform,
        int generation,
        Instant at,
        @Nullable String goal) {

    private static final String ATTRIBUTE = "half-signed-in";

    /** Long enough to look for the phone. */
    private static final Duration LIFETIME = Duration.ofMinutes(10);

    static PendingSignIn of(Account account, Platform platform, Instant now, @Nullable String goal) {
        return new PendingSignIn(account.id(), platform.id(), account.sessionGeneration(), now, goal);
    }

    void keepIn(HttpSession session) {
        session.setAttribute(
                ATTRIBUTE,
                String.join(
                        " ",
                        account.value().toString(),
                        platform.value().toString(),
                        Integer.toString(generation),
                        Long.toString(at.getEpochSecond()),
                        goal == null ? "" : goal));
    }

    static Optional<PendingSignIn> in(@Nullable HttpSession session) {
        if (session == null || !(session.getAttribute(ATTRIBUTE) instanceof String text)) {
            return Optional.empty();
        }
        String[] parts = Splitter.on(' ').limit(5).splitToList(text).toArray(String[]::new);
        return Optional.of(new PendingSignIn(
                new AccountId(UUID.fromString(parts[0])),
                new PlatformId(UUID.fromString(parts[1])),
                Integer.parseInt(parts[2]),
                Instant.ofEpochSecond(Long.parseLong(parts[3])),
                parts[4].isEmpty() ? null : parts[4]));
    }

    static void forget(HttpSession session) {
        session.removeAttribute(ATTRIBUTE);
    }

    boolean countsOn(Platform asked, Instant now) {
        return platform.equals(asked.id()) && now.isBefore(at.plus(LIFETIME));
    }

    boolean stillIs(Account present) {
        return present.isActive() && present.sessionGeneration() == generation;
    }
}
