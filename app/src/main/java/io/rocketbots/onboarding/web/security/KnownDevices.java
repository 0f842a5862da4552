package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.configuration.Settings;
import io.rocketbots.onboarding.kernel.link.SignedTokens;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.web.cookie.HostCookies;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Knows the devices on which somebody has proved before that an account is theirs, by a signed cookie for each account. It
 * lets nobody in; it only keeps those who guess the account's password elsewhere from locking its owner out (<a
 * href="https://owasp.org/www-community/Slow_Down_Online_Guessing_Attacks_with_Device_Cookies">device cookies</a>).
 */
@Component
class KnownDevices {

    private static final Duration KEPT = Duration.ofDays(180);
    private static final int ID = 16;
    private static final int OWNER = 16;
    private static final int CONTENT = ID + OWNER + Long.BYTES;

    /** No cookie of ours is longer. */
    private static final int LONGEST = 100;

    private final SignedTokens tokens;
    private final HostCookies cookies;
    private final SecureRandom random;
    private final Clock clock;

    KnownDevices(Settings settings, HostCookies cookies, SecureRandom random, Clock clock) {
        this.tokens = new SignedTokens("known-device", settings.secret());
        this.cookies = cookies;
        this.random = random;
        this.clock = clock;
    }

    /** The account's owner has proved here who they are. */
    void remember(Platform platform, Account account, HttpServletResponse response) {
        byte[] owner = owner(platform, account.canonicalEmail());
        byte[] id = new byte[ID];
        random.nextBytes(id);
        ByteBuffer content = ByteBuffer.allocate(CONTENT)
                .put(id)
                .put(owner)
                .putLong(clock.instant().getEpochSecond());
        cookies.write(response, cookieOf(owner), tokens.write(content.array()), KEPT);
    }

    /** The id of the device, if it is known for the account with that email. */
    Optional<String> find(Platform platform, String email, HttpServletRequest request) {
        if (email.length() > Account.LONGEST_EMAIL) {
            return Optional.empty();
        }
        byte[] owner = owner(platform, Account.canonical(email));
        return cookies.read(request, cookieOf(owner))
                .filter(cookie -> cookie.length() <= LONGEST)
                .flatMap(cookie -> tokens.read(cookie, CONTENT))
                .filter(content -> Arrays.equals(content, ID, ID + OWNER, owner, 0, OWNER))
                .filter(this::isYoung)
                .map(content -> HexFormat.of().formatHex(content, 0, ID));
    }

    private boolean isYoung(byte[] content) {
        Instant made = Instant.ofEpochSecond(ByteBuffer.wrap(content).getLong(ID + OWNER));
        return made.plus(KEPT).isAfter(clock.instant());
    }

    /** Tells nobody who reads the cookie whose it is. */
    private byte[] owner(Platform platform, String canonicalEmail) {
        String text = platform.id().value() + " " + canonicalEmail;
        String signature = tokens.signatureOf(text.getBytes(StandardCharsets.UTF_8));
        return Arrays.copyOf(Base64.getUrlDecoder().decode(signature), OWNER);
    }

    private static String cookieOf(byte[] owner) {
        return "device-" + HexFormat.of().formatHex(owner, 0, 6);
    }
}
