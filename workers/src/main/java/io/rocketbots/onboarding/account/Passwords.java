package io.rocketbots.onboarding.account;

import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/** Hashes passwords with Argon2id and compares them, in the same time whether or not there is one. */
@Component
public final class Passwords {

    private final PasswordEncoder encoder = Argon2PasswordEncoder.defaultsForSpringSecurity_v5_8();
    /** Compared with when there is no account, so that the answer takes as long. */
    private final String nobodys = hash("nobody has this password");

    public String hash(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalStateException("A password was not hashed.");
        }
        return hash;
    }

    boolean match(String password, @Nullable String hash) {
        boolean same = encoder.matches(password, hash == null ? nobodys : hash);
        return same && hash != null;
    }

    boolean isOutdated(String hash) {
        return encoder.upgradeEncoding(hash);
    }
}
