package io.rocketbots.onboarding.tenancy.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.kernel.id.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SecondFactorSealTest {

    private static final byte[] SECRET = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final SecondFactorSeal seal =
            new SecondFactorSeal("of-these-tests-and-long-enough-for-them", new SecureRandom());
    private final AccountId ada = new AccountId(UUID.randomUUID());
    private final AccountId grace = new AccountId(UUID.randomUUID());

    @Test
    void opensWhatItSealed() {
        assertThat(seal.open(ada, seal.seal(ada, SECRET))).contains(SECRET);
    }

    @Test
    void looksDifferentEachTimeAndShowsNothing() {
        byte[] sealed = seal.seal(ada, SECRET);

        assertThat(sealed).isNotEqualTo(seal.seal(ada, SECRET));
        assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("1234567");
    }

    @Test
    void opensForNobodyElse() {
        assertThat(seal.open(grace, seal.seal(ada, SECRET))).isEmpty();
        assertThat(seal.openDraft(grace, seal.sealDraft(ada, SECRET, NOW), NOW)).isEmpty();
    }

    @Test
    void opensNothingThatWasChangedOrMadeElsewhere() {
        byte[] sealed = seal.seal(ada, SECRET);
        sealed[sealed.length - 1] ^= 1;

        assertThat(seal.open(ada, sealed)).isEmpty();
        assertThat(seal.open(ada, new byte[16])).isEmpty();
        assertThat(seal.open(ada, new byte[200])).isEmpty();
        assertThat(new SecondFactorSeal("of-another-installation-and-long-enough", new SecureRandom())
                        .open(ada, seal.seal(ada, SECRET)))
                .isEmpty();
    }

    @Test
    void takesNoDraftForWhatIsStoredNorTheOtherWayRound() {
        byte[] draft = Base64.getUrlDecoder().decode(seal.sealDraft(ada, SECRET, NOW));
        String stored = Base64.getUrlEncoder().withoutPadding().encodeToString(seal.seal(ada, SECRET));

        assertThat(seal.open(ada, draft)).isEmpty();
        assertThat(seal.openDraft(ada, stored, NOW)).isEmpty();
    }

    @Test
    void keepsADraftForAnHour() {
        String draft = seal.sealDraft(ada, SECRET, NOW);

        assertThat(seal.openDraft(ada, draft, NOW.plus(Duration.ofMinutes(59)))).contains(SECRET);
        assertThat(seal.openDraft(ada, draft, NOW.plus(Duration.ofHours(1)))).isEmpty();
        assertThat(seal.openDraft(ada, "not base 64!", NOW)).isEmpty();
        assertThat(seal.openDraft(ada, "", NOW)).isEmpty();
        assertThat(seal.openDraft(ada, "A".repeat(100_000), NOW)).isEmpty();
    }
}
