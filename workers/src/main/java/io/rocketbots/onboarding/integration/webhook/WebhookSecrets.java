package io.rocketbots.onboarding.integration.webhook;

import com.google.common.hash.Hashing;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.UUID;

/** The secrets that endpoints share with us: derived from our own, so that none is stored anywhere. */
public final class WebhookSecrets {

    private final byte[] own;

    /**
     * Derives from that secret.
     *
     * @param secret of this installation, at least 32 characters
     */
    public WebhookSecrets(String secret) {
        this.own = secret.getBytes(StandardCharsets.UTF_8);
    }

    /** As the endpoint's owner gets to see it once: what they verify signatures with. */
    String textOf(UUID endpoint, int number) {
        return "whsec_" + Base64.getEncoder().encodeToString(secretOf(endpoint, number));
    }

    /** The header {@code webhook-signature} of a message, of each of those secrets. */
    String signature(UUID endpoint, Iterable<Integer> numbers, String messageId, long timestamp, String body) {
        StringBuilder signatures = new StringBuilder();
        byte[] signed = (messageId + "." + timestamp + "." + body).getBytes(StandardCharsets.UTF_8);
        for (int number : numbers) {
            signatures
                    .append(signatures.isEmpty() ? "" : " ")
                    .append("v1,")
                    .append(Base64.getEncoder().encodeToString(hmac(secretOf(endpoint, number), signed)));
        }
        return signatures.toString();
    }

    private byte[] secretOf(UUID endpoint, int number) {
        return hmac(own, ("webhook " + endpoint + " " + number).getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] hmac(byte[] key, byte[] text) {
        return Hashing.hmacSha256(key).hashBytes(text).asBytes();
    }
}
