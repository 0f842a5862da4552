package io.rocketbots.onboarding.customer.invitation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvitationTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");
    private static final Duration TWO_WEEKS = Duration.ofDays(14);
    private static final AccountId ADA = new AccountId(UUID.randomUUID());

    @Test
    void isGoodUntilItExpires() {
        Invitation open = prepared().open(NOW, TWO_WEEKS);

        assertThat(open.isOpenAt(NOW.plus(TWO_WEEKS).minusMillis(1))).isTrue();
        assertThat(open.isOpenAt(NOW.plus(TWO_WEEKS))).isFalse();
    }

    @Test
    void isNotGoodBeforeItIsOpen() {
        assertThat(prepared().isOpenAt(NOW)).isFalse();
        assertThatThrownBy(() -> prepared().accept(ADA, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> prepared().resend(NOW, TWO_WEEKS)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void canBeAcceptedOnce() {
        Invitation accepted = prepared().open(NOW, TWO_WEEKS).accept(ADA, NOW);

        assertThat(accepted.acceptedBy()).isEqualTo(ADA);
        assertThatThrownBy(() -> accepted.accept(ADA, NOW)).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> accepted.revoke(NOW)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void keepsTheAddressForItselfOnlyWhileItIsPending() {
        Invitation open = prepared().open(NOW, TWO_WEEKS);

        assertThat(open.openKey()).endsWith("grace@acme.example");
        assertThat(open.accept(ADA, NOW).openKey()).isNull();
        assertThat(open.revoke(NOW).openKey()).isNull();
        assertThat(open.expire(NOW).openKey()).isNull();
        assertThat(open.bounce(NOW).openKey()).isNull();
    }

    @Test
    void grantsOnlyWhatWasAccepted() {
        Invitation open = prepared().open(NOW, TWO_WEEKS);

        assertThat(open.accept(ADA, NOW).grant(NOW).grantedAt()).isEqualTo(NOW);
        assertThatThrownBy(() -> open.grant(NOW)).isInstanceOf(IllegalStateException.class);
    }

    private static Invitation prepared() {
        return Invitation.toTeam(new ResellerId(UUID.randomUUID()), ADA, "Grace@Acme.example", NOW);
    }
}
