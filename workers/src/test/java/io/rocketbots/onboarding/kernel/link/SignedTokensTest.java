package io.rocketbots.onboarding.kernel.link;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SignedTokensTest {

    private static final String SECRET = "a-secret-of-thirty-two-characters";
    private static final byte[] CONTENT = {1, 2, 3, 4};

    private final SignedTokens tokens = new SignedTokens("progress", SECRET);

    @Test
    void readsBackWhatItWrote() {
        assertThat(tokens.read(tokens.write(CONTENT), 4))
                .hasValueSatisfying(read -> assertThat(read).isEqualTo(CONTENT));
    }

    @Test
    void refusesATokenMadeForAnotherPurpose() {
        SignedTokens others = new SignedTokens("domain", SECRET);

        assertThat(tokens.read(others.write(CONTENT), 4)).isEmpty();
    }

    @Test
    void refusesATokenMadeWithAnotherSecret() {
        SignedTokens others = new SignedTokens("progress", "another-secret-of-32-characters!!");

        assertThat(tokens.read(others.write(CONTENT), 4)).isEmpty();
    }

    @Test
    void refusesATokenOfAnotherLength() {
        assertThat(tokens.read(tokens.write(CONTENT), 3)).isEmpty();
        assertThat(tokens.read("", 4)).isEmpty();
    }

    @Test
    void insistsOnASecretThatCannotBeGuessed() {
        assertThatThrownBy(() -> new SignedTokens("progress", "short")).hasMessageContaining("onboarding.secret");
    }
}
