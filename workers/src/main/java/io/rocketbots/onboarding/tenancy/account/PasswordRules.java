package io.rocketbots.onboarding.tenancy.account;

import com.nulabinc.zxcvbn.StandardDictionaries;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/**
 * Which passwords are taken: long enough, not a common one, and nothing asked of their composition (OWASP ASVS 5.0,
 * 6.2.1 to 6.2.9, level 1).
 */
@Component
public final class PasswordRules {

    static final int MINIMUM = 8;
    /** More than the 128 that must be possible; a bound keeps hashing cheap. */
    static final int MAXIMUM = 256;

    /** Why a password is not taken. */
    public enum Problem {
        TOO_SHORT("Use at least 8 characters."),
        TOO_LONG("Use at most 256 characters."),
        TOO_COMMON("This is one of the most used passwords. Choose another one."),
        IS_THE_EMAIL("Do not use your email address as your password.");

        private final String text;

        Problem(String text) {
            this.text = text;
        }

        /** What the person reads. */
        public String text() {
            return text;
        }
    }

    /** The 30 000 most used ones, of which ASVS asks for 3 000. */
    private final Set<String> common;

    public PasswordRules() {
        try {
            common = StandardDictionaries.PASSWORDS_LOADER.load().getFrequencies().stream()
                    .filter(password -> password.length() >= MINIMUM)
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException("The list of common passwords is missing.", e);
        }
    }

    /** Why that password is not taken for the account with that email; empty when it is. */
    public Optional<Problem> problemOf(String password, String email) {
        int length = password.codePointCount(0, password.length());
        String lower = password.toLowerCase(Locale.ROOT);
        if (length < MINIMUM) {
            return Optional.of(Problem.TOO_SHORT);
        }
        if (length > MAXIMUM) {
            return Optional.of(Problem.TOO_LONG);
        }
        if (common.contains(lower)) {
            return Optional.of(Problem.TOO_COMMON);
        }
        if (lower.equals(email.toLowerCase(Locale.ROOT))) {
            return Optional.of(Problem.IS_THE_EMAIL);
        }
        return Optional.empty();
    }
}
