package io.rocketbots.onboarding.domain;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Links that show a domain's record to whoever looks after its DNS, without sign-in: the domain's id, signed with
 * HMAC-SHA-256. The link dies with the domain's release.
 */
public final class DomainLinks {

    private static final int BODY = 16;
    private static final int SIGNATURE = 16;

    private final SecretKeySpec key;

    public DomainLinks(String secret) {
        if (secret.length() < 32) {
            throw new IllegalArgumentException("Set onboarding.secret to at least 32 random characters.");
        }
        this.key = new SecretKeySpec(("domain-link:" + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
    }

    /** The path of the page, the same on every host. */
    public String pathOf(DomainId domain) {
        UUID id = domain.value();
        byte[] body = ByteBuffer.allocate(BODY)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        byte[] token =
                ByteBuffer.allocate(BODY + SIGNATURE).put(body).put(sign(body)).array();
        return "/dns/" + Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** Empty when the token was not made here. */
    public Optional<DomainId> read(String token) {
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        if (bytes.length != BODY + SIGNATURE) {
            return Optional.empty();
        }
        byte[] body = Arrays.copyOf(bytes, BODY);
        if (!MessageDigest.isEqual(sign(body), Arrays.copyOfRange(bytes, BODY, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer id = ByteBuffer.wrap(body);
        return Optional.of(new DomainId(new UUID(id.getLong(), id.getLong())));
    }

    private byte[] sign(byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Arrays.copyOf(mac.doFinal(body), SIGNATURE);
        } catch (NoSuchAlgorithmException | InvalidKeyException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256.", e);
        }
    }
}
