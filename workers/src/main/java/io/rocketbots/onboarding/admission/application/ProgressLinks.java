package io.rocketbots.onboarding.admission.application;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.link.SignedTokens;
import java.net.URI;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * Links to the progress page that need no sign-in: application id and link version, signed. Counting the version up
 * makes the links sent before void.
 */
public final class ProgressLinks {

    private static final int LENGTH = 2 * Long.BYTES + Integer.BYTES;

    private final SignedTokens tokens;
    private final URI baseUrl;

    public ProgressLinks(String secret, URI baseUrl) {
        this.tokens = new SignedTokens("progress-link", secret);
        this.baseUrl = baseUrl;
    }

    /** What a genuine token says. */
    public record Claim(ApplicationId application, int linkVersion) {}

    public String tokenFor(Application application) {
        UUID id = application.id().value();
        return tokens.write(ByteBuffer.allocate(LENGTH)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .putInt(application.linkVersion())
                .array());
    }

    /** The whole address of the progress page, as mails show it. */
    public URI linkFor(Application application) {
        return baseUrl.resolve("/applications/" + tokenFor(application));
    }

    /** Empty when the token was not made here. */
    public Optional<Claim> read(String token) {
        return tokens.read(token, LENGTH)
                .map(ByteBuffer::wrap)
                .map(claim -> new Claim(new ApplicationId(new UUID(claim.getLong(), claim.getLong())), claim.getInt()));
    }
}
