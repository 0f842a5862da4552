package io.rocketbots.onboarding.kernel.link;

import com.google.common.hash.HashFunction;
import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;

/**
 * Tokens that carry what they stand for, signed with HMAC-SHA-256, in the alphabet of addresses (RFC 4648, section 5).
 * Nothing is stored, so the same token can be handed out again; whoever reads it decides whether it still counts.
 */
public final class SignedTokens {

    /** 128 bits: more than anybody can try. */
    private static final int SIGNATURE = 16;

    private static final int SHORTEST_SECRET = 32;

    private final HashFunction hmac;

    /**
     * Tokens for one purpose.
     *
     * @param purpose keeps a token made for one purpose from being good for another
     */
    public SignedTokens(String purpose, String secret) {
        if (secret.length() < SHORTEST_SECRET) {
            throw new IllegalArgumentException(
                    "Set onboarding.secret to at least " + SHORTEST_SECRET + " random characters.");
        }
        this.hmac = Hashing.hmacSha256((purpose + ":" + secret).getBytes(StandardCharsets.UTF_8));
    }

    public String write(byte[] content) {
        byte[] token = Arrays.copyOf(content, content.length + SIGNATURE);
        System.arraycopy(sign(content), 0, token, content.length, SIGNATURE);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Only the signature of the content, for a token that carries nothing. */
    public String signatureOf(byte[] content) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(sign(content));
    }

    /** The content of that length; empty when the token was not made here for this purpose. */
    public Optional<byte[]> read(String token, int length) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != length + SIGNATURE) {
            return Optional.empty();
        }
        byte[] content = Arrays.copyOf(bytes, length);
        return MessageDigest.isEqual(sign(content), Arrays.copyOfRange(bytes, length, bytes.length))
                ? Optional.of(content)
                : Optional.empty();
    }

    private byte[] sign(byte[] content) {
        return Arrays.copyOf(hmac.hashBytes(content).asBytes(), SIGNATURE);
    }
}
