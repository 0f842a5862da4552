package io.rocketbots.onboarding.kernel.link;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Closes content so that nobody else can read or change it: AES-256-GCM (NIST SP 800-38D) under a key that is derived from
 * a secret for one purpose.
 */
public final class Seal {

    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecretKeySpec key;
    private final SecureRandom random;

    /**
     * Content for one purpose.
     *
     * @param purpose keeps what was closed for one purpose from being good for another
     * @param secret with 256 bits of chance at least
     */
    public Seal(String purpose, byte[] secret, SecureRandom random) {
        byte[] derived = Hashing.hmacSha256(secret)
                .hashString("seal " + purpose, StandardCharsets.UTF_8)
                .asBytes();
        this.key = new SecretKeySpec(derived, "AES");
        this.random = random;
    }

    /** Closes the content; it opens with the same context only. */
    public byte[] close(byte[] content, String context) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] closed = cipher(Cipher.ENCRYPT_MODE, nonce, context).doFinal(content);
            byte[] whole = Arrays.copyOf(nonce, NONCE + closed.length);
            System.arraycopy(closed, 0, whole, NONCE, closed.length);
            return whole;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + CIPHER + ".", e);
        }
    }

    /** The content; empty when it was not closed here for this purpose and context. */
    public Optional<byte[]> open(byte[] closed, String context) {
        if (closed.length < NONCE) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, Arrays.copyOf(closed, NONCE), context)
                    .doFinal(closed, NONCE, closed.length - NONCE));
        } catch (GeneralSecurityException notOurs) {
            return Optional.empty();
        }
    }

    private Cipher cipher(int mode, byte[] nonce, String context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
