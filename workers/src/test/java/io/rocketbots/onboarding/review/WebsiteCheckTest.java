package io.rocketbots.onboarding.review;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.review.WebsiteCheck.Result;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a stranger's address must not make us ask. */
class WebsiteCheckTest {

    private final WebsiteCheck check = new WebsiteCheck();

    @AfterEach
    void close() throws IOException {
        check.destroy();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "http://localhost",
                "http://[::1]/",
                "https://10.0.0.7/admin",
                "http://169.254.169.254/latest/meta-data",
                "http://192.0.2.1:8080",
                "ftp://127.0.0.1",
                "file:///etc/passwd",
                "https://not a name"
            })
    void asksOnlyWhatIsOnTheInternet(String website) {
        assertThat(check.check(website)).isEqualTo(Result.NOT_PUBLIC);
    }

    @Test
    void knowsThatThereIsNoneToAsk() {
        assertThat(check.check(" ")).isEqualTo(Result.NONE_GIVEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://nobody.invalid", "HTTPS://nobody.invalid", "nobody.invalid"})
    void knowsThatThereIsNoSuchHost(String website) {
        assertThat(check.check(website)).isEqualTo(Result.NO_SUCH_HOST);
    }
}
