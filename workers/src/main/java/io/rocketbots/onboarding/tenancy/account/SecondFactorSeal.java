package io.rocketbots.onboarding.tenancy.account;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.link.Seal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;

/**
 * Encrypts the secrets that we share with authenticator apps, under keys that are derived from {@code onboarding.secret} and
 * stored nowhere. What is sealed for one account opens for no other.
 */
public final class SecondFactorSeal {

    /** How long somebody may take to set up the app. */
    private static final Duration DRAFT_LIFETIME = Duration.ofHours(1);

    private static final int LONGEST_DRAFT = 200;

    private final Seal stored;
    private final Seal drafted;

    /**
     * Seals with keys of this installation.
     *
     * @param secret of the installation, at least 32 characters
     */
    public SecondFactorSeal(String secret, SecureRandom random) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        this.stored = new Seal("second factor", bytes, random);
        this.drafted = new Seal("second factor that is being set up", bytes, random);
    }

    /** The form in which it is stored. */
    byte[] seal(AccountId owner, byte[] secret) {
        return stored.close(secret, contextOf(owner));
    }

    /** Empty when it was sealed for somebody else, or before {@code onboarding.secret} was changed. */
    Optional<byte[]> open(AccountId owner, byte[] sealed) {
        return stored.open(sealed, contextOf(owner));
    }

    /** The form in which a page carries it until the first code proves that the app has it. */
    String sealDraft(AccountId owner, byte[] secret, Instant now) {
        byte[] content = ByteBuffer.allocate(Long.BYTES + secret.length)
                .putLong(now.getEpochSecond())
                .put(secret)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drafted.close(content, contextOf(owner)));
    }

    /** Empty when it is not of this account, or too old. */
    Optional<byte[]> openDraft(AccountId owner, String sealed, Instant now) {
        if (sealed.length() > LONGEST_DRAFT) {
            return Optional.empty();
        }
        byte[] bytes;
        try {
            bytes = Base64.getUrlDecoder().decode(sealed);
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
        return drafted.open(bytes, contextOf(owner))
                .map(ByteBuffer::wrap)
                .filter(content ->
                        now.isBefore(Instant.ofEpochSecond(content.getLong()).plus(DRAFT_LIFETIME)))
                .map(SecondFactorSeal::rest);
    }

    private static String contextOf(AccountId owner) {
        return owner.value().toString();
    }

    private static byte[] rest(ByteBuffer content) {
        byte[] rest = new byte[content.remaining()];
        content.get(rest);
        return rest;
    }
}
