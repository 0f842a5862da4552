package io.rocketbots.onboarding.admission.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import org.junit.jupiter.api.Test;

class ProgressLinksTest {

    private static final URI BASE = URI.create("https://rocketbots.example");
    private final ProgressLinks links = new ProgressLinks("a-secret-of-thirty-two-characters", BASE);
    private final Application application = ApplicationTest.submitted();

    @Test
    void readsBackWhatItWrote() {
        assertThat(links.read(links.tokenFor(application)))
                .contains(new ProgressLinks.Claim(application.id(), application.linkVersion()));
    }

    @Test
    void leadsToTheProgressPage() {
        assertThat(links.linkFor(application).toString()).startsWith("https://rocketbots.example/applications/");
    }

    @Test
    void refusesATokenThatWasChangedByOneCharacter() {
        String token = links.tokenFor(application);
        char other = token.charAt(5) == 'A' ? 'B' : 'A';

        assertThat(links.read(token.substring(0, 5) + other + token.substring(6)))
                .isEmpty();
    }

    @Test
    void refusesATokenThatWasSignedWithAnotherSecret() {
        ProgressLinks others = new ProgressLinks("another-secret-of-32-characters!!", BASE);

        assertThat(links.read(others.tokenFor(application))).isEmpty();
    }

    @Test
    void refusesWhatIsNoToken() {
        assertThat(links.read("../../etc")).isEmpty();
        assertThat(links.read("")).isEmpty();
    }

    @Test
    void insistsOnASecretThatCannotBeGuessed() {
        assertThatThrownBy(() -> new ProgressLinks("short", BASE)).hasMessageContaining("onboarding.secret");
    }
}
