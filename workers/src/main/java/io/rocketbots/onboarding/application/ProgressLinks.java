package io.rocketbots.onboarding.application;

import java.net.URI;
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
 * Links to the progress page that need no sign-in: application id and link version, signed with HMAC-SHA-256. Nothing
 * is stored, so the same link can be mailed again; counting the version up makes it void.
 */
public final class ProgressLinks {

    private static final int BODY = 20;
    private static final int SIGNATURE = 16;

    private final SecretKeySpec key;
    private final URI baseUrl;

    public ProgressLinks(String secret, URI baseUrl) {
        if (secret.length() < 32) {
            throw new IllegalArgumentException("Set onboarding.secret to at least 32 random characters.");
        }
        this.key = new SecretKeySpec(("progress-link:" + secret).getBytes(StandardCharsets.UTF_8), "HmacSHA256");
        this.baseUrl = baseUrl;
    }

    /** What a genuine token says. */
    public record Claim(ApplicationId application, int linkVersion) {}

    public String tokenFor(Application application) {
        UUID id = application.id().value();
        byte[] body = ByteBuffer.allocate(BODY)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(application.linkVersion())
                .array();
        byte[] token =
                ByteBuffer.allocate(BODY + SIGNATURE).put(body).put(sign(body)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(token);
    }

    /** The whole address of the progress page, as mails show it. */
    public URI linkFor(Application application) {
        return baseUrl.resolve("/applications/" + tokenFor(application));
    }

    /** Empty when the token was not made here. */
    public Optional<Claim> read(String token) {
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
        ByteBuffer claim = ByteBuffer.wrap(body);
        return Optional.of(new Claim(new ApplicationId(new UUID(claim.getLong(), claim.getLong())), claim.getInt()));
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
