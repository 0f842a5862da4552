package io.rocketbots.onboarding.tenancy.account;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords with Argon2id and compares them, in the same time whether or not there is one. */
@Component
public final class Passwords {

    /**
     * Compared with when there is no account, so that the answer takes as long: any hash, made with what the encoder is
     * set to.
     */
    static final String NOBODYS =
            "$argon2id$v=19$m=16384,t=2,p=1$31NgZ54/3ygOotWdbbBs1A$+ZbJrjEfygvP8ewtlTBefFdsJj/gtU5SFYTUg1hJpsk";

    private final PasswordEncoder encoder;

    public Passwords() {
        this(Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8());
    }

    /** Has it done by another encoder that reads Argon2id, such as one that takes less memory. */
    public Passwords(PasswordEncoder encoder) {
        this.encoder = encoder;
    }

    public String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("A password was not hashed.");
        }
        return hash;
    }

    boolean match(String password, @Nullable String hash) {
        boolean same = encoder.matches(password, hash == null ? NOBODYS : hash);
        return same && hash != null;
    }

    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }
}
