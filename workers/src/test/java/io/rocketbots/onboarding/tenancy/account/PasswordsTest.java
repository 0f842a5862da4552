package io.rocketbots.onboarding.tenancy.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.Test;

class PasswordsTest {

    private static final String PASSWORD = "four quiet words here";

    private final Passwords passwords = new Passwords();

    @Test
    void knowsThePasswordAgain() {
        String hash = passwords.hash(PASSWORD);

        assertThat(passwords.match(PASSWORD, hash)).isTrue();
        assertThat(passwords.match("four other words here", hash)).isFalse();
    }

    @Test
    void comparesEveryCharacterAsItWasTyped() {
        String longOne = "a".repeat(200) + " ";
        String hash = passwords.hash(longOne);

        assertThat(passwords.match(longOne, hash)).isTrue();
        assertThat(passwords.match(longOne.strip(), hash)).isFalse();
        assertThat(passwords.match(longOne.toUpperCase(Locale.ROOT), hash)).isFalse();
        assertThat(passwords.match("a".repeat(199) + "b ", hash)).isFalse();
    }

    @Test
    void whoHasNoPasswordIsLetInWithNone() {
        assertThat(passwords.match(PASSWORD, null)).isFalse();
        assertThat(passwords.match("nobody has this password", null)).isFalse();
    }

    @Test
    void findsOutWithTheSameEffortThatThereIsNoAccount() {
        assertThat(parameters(Passwords.NOBODYS)).isEqualTo(parameters(passwords.hash(PASSWORD)));
        assertThat(Passwords.NOBODYS).hasSameSizeAs(passwords.hash(PASSWORD));
    }

    /** Kind, version, memory, passes and lanes. */
    private static String parameters(String hash) {
        return hash.substring(0, hash.indexOf('$', hash.indexOf("m=")));
    }
}
