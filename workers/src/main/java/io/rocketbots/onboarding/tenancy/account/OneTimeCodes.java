package io.rocketbots.onboarding.tenancy.account;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Optional;
import java.util.stream.LongStream;
import javax.crypto.spec.SecretKeySpec;

/**
 * The codes of an authenticator app: six digits, another every 30 seconds (TOTP,
 * <a href="https://www.rfc-editor.org/rfc/rfc6238">RFC 6238</a>, with HMAC-SHA-1, which is what every app knows).
 */
final class OneTimeCodes {

    static final int DIGITS = 6;

    /** As long as the hash, as RFC 4226 recommends. */
    private static final int SECRET_BYTES = 20;

    /** Clocks differ, and people take their time: the code before and the code after count, too. */
    private static final int STEPS_AROUND = 1;

    private static final TimeBasedOneTimePasswordGenerator GENERATOR = new TimeBasedOneTimePasswordGenerator();

    private static final long STEP_SECONDS = GENERATOR.getTimeStep().toSeconds();

    private OneTimeCodes() {}

    static byte[] newSecret(SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return secret;
    }

    /** The code at that moment. */
    static String at(byte[] secret, Instant moment) {
        try {
            return GENERATOR.generateOneTimePasswordString(new SecretKeySpec(secret, GENERATOR.getAlgorithm()), moment);
        } catch (InvalidKeyException e) {
            throw new IllegalStateException("Any bytes are a key of HMAC-SHA-1.", e);
        }
    }

    /** The number of the time step that the code belongs to; empty when it is none of around now. */
    static Optional<Long> stepOf(byte[] secret, String code, Instant now) {
        long present = now.getEpochSecond() / STEP_SECONDS;
        return LongStream.rangeClosed(present - STEPS_AROUND, present + STEPS_AROUND)
                .filter(step -> isSame(at(secret, Instant.ofEpochSecond(step * STEP_SECONDS)), code))
                .boxed()
                .findFirst();
    }

    /** In the same time wherever they differ. */
    private static boolean isSame(String right, String typed) {
        return MessageDigest.isEqual(
                right.getBytes(StandardCharsets.US_ASCII), typed.getBytes(StandardCharsets.US_ASCII));
    }
}
