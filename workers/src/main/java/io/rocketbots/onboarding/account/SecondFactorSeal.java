package io.rocketbots.onboarding.account;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.security.crypto.encrypt.AesGcmBytesEncryptor;
import org.springframework.security.crypto.encrypt.BytesEncryptor;
import org.springframework.security.crypto.keygen.KeyGenerators;

/**
 * Encrypts the secrets that we share with authenticator apps (AES-256-GCM, NIST SP 800-38D) under keys that are derived
 * from {@code onboarding.secret} and stand nowhere. What is sealed for one account opens for no other.
 */
public final class SecondFactorSeal {

    private static final String ALGORITHM = "HmacSHA256";
    private static final int NONCE = 12;
    private static final int OWNER = 2 * Long.BYTES;

    /** How long somebody may take to set up the app. */
    private static final Duration DRAFT_LIFETIME = Duration.ofHours(1);

    private static final int LONGEST_DRAFT = 200;

    private final BytesEncryptor stored;
    private final BytesEncryptor drafted;

    /**
     * Seals with keys of this installation.
     *
     * @param secret of the installation, at least 32 characters
     */
    public SecondFactorSeal(String secret) {
        this.stored = encryptor(secret, "second factor");
        this.drafted = encryptor(secret, "second factor that is being set up");
    }

    /** The form in which it is stored. */
    byte[] seal(AccountId owner, byte[] secret) {
        return stored.encrypt(belonging(owner, secret.length).put(secret).array());
    }

    /** Empty when it was sealed for somebody else, or before {@code onboarding.secret} was changed. */
    Optional<byte[]> open(AccountId owner, byte[] sealed) {
        return decrypted(stored, owner, sealed).map(SecondFactorSeal::rest);
    }

    /** The form in which a page carries it until the first code proves that the app has it. */
    String sealDraft(AccountId owner, byte[] secret, Instant now) {
        byte[] content = belonging(owner, Long.BYTES + secret.length)
                .putLong(now.getEpochSecond())
                .put(secret)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(drafted.encrypt(content));
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
        return decrypted(drafted, owner, bytes)
                .filter(content ->
                        now.isBefore(Instant.ofEpochSecond(content.getLong()).plus(DRAFT_LIFETIME)))
                .map(SecondFactorSeal::rest);
    }

    /** What comes after the owner, when that is who it was sealed for. */
    private static Optional<ByteBuffer> decrypted(BytesEncryptor encryptor, AccountId owner, byte[] sealed) {
        if (sealed.length <= NONCE) {
            return Optional.empty();
        }
        try {
            ByteBuffer content = ByteBuffer.wrap(encryptor.decrypt(sealed));
            return new UUID(content.getLong(), content.getLong()).equals(owner.value())
                    ? Optional.of(content)
                    : Optional.empty();
        } catch (IllegalStateException notSealedHere) {
            return Optional.empty();
        }
    }

    private static ByteBuffer belonging(AccountId owner, int more) {
        return ByteBuffer.allocate(OWNER + more)
                .putLong(owner.value().getMostSignificantBits())
                .putLong(owner.value().getLeastSignificantBits());
    }

    private static byte[] rest(ByteBuffer content) {
        byte[] rest = new byte[content.remaining()];
        content.get(rest);
        return rest;
    }

    private static BytesEncryptor encryptor(String secret, String purpose) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
            byte[] key = mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
            return AesGcmBytesEncryptor.withSecretKey(new SecretKeySpec(key, "AES"))
                    .ivGenerator(KeyGenerators.secureRandom(NONCE))
                    .build();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has " + ALGORITHM + ".", e);
        }
    }
}
