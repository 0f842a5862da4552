package io.rocketbots.onboarding.tenancy.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OneTimeCodesTest {

    /** That of RFC 6238, appendix B. */
    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:10Z");

    /** The vectors of RFC 6238, appendix B, for SHA-1; with six digits a code is the end of the one with eight. */
    @ParameterizedTest
    @CsvSource({
        "59, 287082",
        "1111111109, 081804",
        "1111111111, 050471",
        "1234567890, 005924",
        "2000000000, 279037",
        "20000000000, 353130"
    })
    void showsTheCodesOfTheSpecification(long seconds, String code) {
        assertThat(OneTimeCodes.at(SECRET, Instant.ofEpochSecond(seconds))).isEqualTo(code);
    }

    @Test
    void takesTheCodeBeforeAndTheCodeAfter() {
        long present = NOW.getEpochSecond() / 30;

        assertThat(stepOfCodeAt(NOW.minusSeconds(30))).isEqualTo(present - 1);
        assertThat(stepOfCodeAt(NOW)).isEqualTo(present);
        assertThat(stepOfCodeAt(NOW.plusSeconds(30))).isEqualTo(present + 1);
    }

    @Test
    void takesNoCodeThatIsOlderOrYetToCome() {
        assertThat(stepOfCodeAt(NOW.minusSeconds(60))).isEqualTo(-1);
        assertThat(stepOfCodeAt(NOW.plusSeconds(60))).isEqualTo(-1);
        assertThat(OneTimeCodes.stepOf(SECRET, "", NOW)).isEmpty();
        assertThat(OneTimeCodes.stepOf(SECRET, "٢٨٧٠٨٢", NOW)).isEmpty();
    }

    @Test
    void makesSecretsAsLongAsTheHash() {
        assertThat(OneTimeCodes.newSecret(new SecureRandom())).hasSize(20);
    }

    @Test
    void lengthensTheWaitWithEveryWrongCodeUpToAQuarterOfAnHour() {
        assertThat(SecondFactors.waitAfter(4)).isZero();
        assertThat(SecondFactors.waitAfter(5)).isEqualTo(Duration.ofSeconds(30));
        assertThat(SecondFactors.waitAfter(6)).isEqualTo(Duration.ofMinutes(1));
        assertThat(SecondFactors.waitAfter(9)).isEqualTo(Duration.ofMinutes(8));
        assertThat(SecondFactors.waitAfter(10)).isEqualTo(Duration.ofMinutes(15));
        assertThat(SecondFactors.waitAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofMinutes(15));
    }

    private static long stepOfCodeAt(Instant moment) {
        return OneTimeCodes.stepOf(SECRET, OneTimeCodes.at(SECRET, moment), NOW).orElse(-1L);
    }
}
