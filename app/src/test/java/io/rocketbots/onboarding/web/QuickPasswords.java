package io.rocketbots.onboarding.web;

import io.rocketbots.onboarding.tenancy.account.Passwords;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/**
 * Hashes passwords as production does, but with 64 KB of memory and one pass instead of 16 MB and two: the tests of pages
 * sign in some thousand times, and ask who is let in, not how long guessing takes. That is {@code PasswordsTest}'s.
 */
@TestConfiguration
class QuickPasswords {

    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int KILOBYTES = 64;
    private static final int PASSES = 1;

    @Bean
    @Primary
    Passwords quickPasswords() {
        return new Passwords(new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, KILOBYTES, PASSES));
    }
}
