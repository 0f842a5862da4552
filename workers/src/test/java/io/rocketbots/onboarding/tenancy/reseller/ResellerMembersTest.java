package io.rocketbots.onboarding.tenancy.reseller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ResellerMembersTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final AccountId owner = new AccountId(UUID.randomUUID());
    private final AccountId member = new AccountId(UUID.randomUUID());
    private final AccountId stranger = new AccountId(UUID.randomUUID());
    private final Reseller alone = Reseller.create(new ApplicationId(UUID.randomUUID()), owner, "Acme", "label", NOW);
    private final Reseller both = alone.admit(member, NOW);

    @Test
    void admitsSomebodyOnce() {
        assertThat(both.members()).extracting(ResellerMember::accountId).containsExactlyInAnyOrder(owner, member);
        assertThat(both.admit(member, NOW.plusSeconds(1))).isEqualTo(both);
    }

    @Test
    void dismissesAMember() {
        Reseller without = both.dismiss(member);

        assertThat(without.has(member)).isFalse();
        assertThat(without.accountId()).isEqualTo(owner);
    }

    @Test
    void neverDismissesTheOwnerWhoMayBeTheLastOne() {
        assertThatIllegalStateException().isThrownBy(() -> both.dismiss(owner));
        assertThatIllegalStateException().isThrownBy(() -> alone.dismiss(owner));
    }

    @Test
    void dismissesNobodyWhoIsNotThere() {
        assertThatIllegalStateException().isThrownBy(() -> both.dismiss(stranger));
    }

    @Test
    void isTransferredToAMemberAndKeepsTheFormerOwner() {
        Reseller transferred = both.transferTo(member);

        assertThat(transferred.accountId()).isEqualTo(member);
        assertThat(transferred.dismiss(owner).members())
                .extracting(ResellerMember::accountId)
                .containsExactly(member);
    }

    @Test
    void isNotTransferredToAStranger() {
        assertThatIllegalStateException().isThrownBy(() -> both.transferTo(stranger));
    }

    @Test
    void keepsItsMembersAsTheyAreWhileItIsSuspended() {
        Reseller suspended = both.goLive(NOW).suspend();

        assertThatIllegalStateException().isThrownBy(() -> suspended.admit(stranger, NOW));
        assertThatIllegalStateException().isThrownBy(() -> suspended.dismiss(member));
        assertThatIllegalStateException().isThrownBy(() -> suspended.transferTo(member));
        assertThat(suspended.resume().admit(stranger, NOW).has(stranger)).isTrue();
    }

    @Test
    void admitsNobodyOnceItHasEnded() {
        assertThatIllegalStateException().isThrownBy(() -> alone.cancel().admit(stranger, NOW));
    }
}
