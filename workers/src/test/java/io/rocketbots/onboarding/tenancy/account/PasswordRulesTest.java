package io.rocketbots.onboarding.tenancy.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.tenancy.account.PasswordRules.Problem;
import org.junit.jupiter.api.Test;

class PasswordRulesTest {

    private static final String EMAIL = "ada@acme.example";

    private final PasswordRules rules = new PasswordRules();

    @Test
    void takesEightCharactersOfAnyKind() {
        assertThat(rules.problemOf("qzv kwxj", EMAIL)).isEmpty();
        assertThat(rules.problemOf("日本語のパスワー", EMAIL)).isEmpty();
    }

    @Test
    void refusesSevenCharacters() {
        assertThat(rules.problemOf("qzvkwxj", EMAIL)).contains(Problem.TOO_SHORT);
    }

    @Test
    void countsAnEmojiAsOneCharacter() {
        assertThat(rules.problemOf("🔑🔑🔑🔑🔑🔑🔑", EMAIL)).contains(Problem.TOO_SHORT);
    }

    @Test
    void takesAHundredAndTwentyEightCharacters() {
        assertThat(rules.problemOf("x".repeat(128), EMAIL)).isEmpty();
    }

    @Test
    void refusesMoreThanItWantsToHash() {
        assertThat(rules.problemOf("x".repeat(257), EMAIL)).contains(Problem.TOO_LONG);
    }

    @Test
    void refusesTheMostUsedOnesInWhateverCase() {
        assertThat(rules.problemOf("password", EMAIL)).contains(Problem.TOO_COMMON);
        assertThat(rules.problemOf("PassWord", EMAIL)).contains(Problem.TOO_COMMON);
        assertThat(rules.problemOf("password123", EMAIL)).contains(Problem.TOO_COMMON);
    }

    @Test
    void refusesTheOwnersEmail() {
        assertThat(rules.problemOf("Ada@Acme.example", EMAIL)).contains(Problem.IS_THE_EMAIL);
    }
}
