package io.rocketbots.onboarding.web.security;

import com.google.common.base.Splitter;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Account;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a session keeps of who signed in.
 *
 * @param generation of the account's sessions in which it began
 * @param platformGeneration the same of the platform's
 * @param at when they signed in
 * @param confirmedAt when they last proved that it is they, by signing in or since
 * @param withCode whether a second factor was part of it
 */
record SignedIn(
        AccountId account,
        PlatformId platform,
        int generation,
        int platformGeneration,
        Instant at,
        Instant confirmedAt,
        boolean withCode) {

    private static final String WITH_CODE = "code";
    private static final String BY_PASSWORD = "password";

    private static final int PARTS = 7;

    /** A plain text, so that another release can read it; what a later one adds comes after these parts. */
    String text() {
        return String.join(
                " ",
                account.value().toString(),
                platform.value().toString(),
                Integer.toString(generation),
                Integer.toString(platformGeneration),
                Long.toString(at.getEpochSecond()),
                Long.toString(confirmedAt.getEpochSecond()),
                withCode ? WITH_CODE : BY_PASSWORD);
    }

    /** Reads what {@link #text()} wrote; empty when another release wrote it in a way that cannot be read here. */
    static Optional<SignedIn> of(String text) {
        List<String> parts = Splitter.on(' ').splitToList(text);
        if (parts.size() < PARTS) {
            return Optional.empty();
        }
        try {
            return Optional.of(new SignedIn(
                    new AccountId(UUID.fromString(parts.get(0))),
                    new PlatformId(UUID.fromString(parts.get(1))),
                    Integer.parseInt(parts.get(2)),
                    Integer.parseInt(parts.get(3)),
                    Instant.ofEpochSecond(Long.parseLong(parts.get(4))),
                    Instant.ofEpochSecond(Long.parseLong(parts.get(5))),
                    parts.get(6).equals(WITH_CODE)));
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return Optional.empty();
        }
    }

    /** After a change that ended every other session of the account. */
    SignedIn outliving(Account changed) {
        return new SignedIn(
                account, platform, changed.sessionGeneration(), platformGeneration, at, confirmedAt, withCode);
    }

    SignedIn confirmed(Instant now) {
        return new SignedIn(account, platform, generation, platformGeneration, at, now, withCode);
    }

    /** A second factor was set up meanwhile, and a code proved it. */
    SignedIn withSecondFactor() {
        return new SignedIn(account, platform, generation, platformGeneration, at, confirmedAt, true);
    }
}
