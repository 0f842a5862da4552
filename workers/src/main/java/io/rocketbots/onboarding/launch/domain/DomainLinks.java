package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.link.SignedTokens;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.UUID;

/**
 * Links that show a domain's record to whoever looks after its DNS, without sign-in: the domain's id, signed. The link
 * dies with the domain's release.
 */
public final class DomainLinks {

    private final SignedTokens tokens;

    public DomainLinks(String secret) {
        this.tokens = new SignedTokens("domain-link", secret);
    }

    /** The path of the page, the same on every host. */
    public String pathOf(DomainId domain) {
        UUID id = domain.value();
        return "/dns/"
                + tokens.write(ByteBuffer.allocate(2 * Long.BYTES)
                        .putLong(id.getMostSignificantBits())
                        .putLong(id.getLeastSignificantBits())
                        .array());
    }

    /** Empty when the token was not made here. */
    public Optional<DomainId> read(String token) {
        return tokens.read(token, 2 * Long.BYTES)
                .map(ByteBuffer::wrap)
                .map(id -> new DomainId(new UUID(id.getLong(), id.getLong())));
    }
}
