package io.rocketbots.onboarding.customer.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SpaceTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    @Test
    void isReleasedOnceOnly() {
        Space waiting = space(SpaceState.WAITING_FOR_DOMAIN);

        assertThat(waiting.release().state()).isEqualTo(SpaceState.REQUESTED);
        assertThatIllegalStateException().isThrownBy(() -> waiting.release().release());
    }

    @Test
    void isSuspendedOnlyWhileItIsActive() {
        assertThat(active().suspend().state()).isEqualTo(SpaceState.SUSPENDED);
        assertThatIllegalStateException()
                .isThrownBy(() -> space(SpaceState.REQUESTED).suspend());
    }

    @Test
    void keepsItsNameWhileItIsCancelledAndGivesItFreeWhenDeletedOrRejected() {
        Space cancelled = active().cancel(NOW);

        assertThat(cancelled.nameLower()).isEqualTo("bakery");
        assertThat(cancelled.delete().nameLower()).isNull();
        assertThat(space(SpaceState.REQUESTED).reject("Because.").nameLower()).isNull();
        assertThatIllegalStateException().isThrownBy(() -> active().delete());
        assertThatIllegalStateException().isThrownBy(() -> active().reject("Because."));
    }

    @Test
    void isAskedForAgainOnlyAfterItWasRefused() {
        Space again = space(SpaceState.REQUESTED).reject("Because.").requestAgain();

        assertThat(again.state()).isEqualTo(SpaceState.REQUESTED);
        assertThat(again.nameLower()).isEqualTo("bakery");
        assertThat(again.refusal()).isNull();
        assertThatIllegalStateException().isThrownBy(() -> active().requestAgain());
    }

    @Test
    void remembersWhenItBecameActiveFirst() {
        Space again = active().suspend().activate(NOW.plusSeconds(60));

        assertThat(again.activatedAt()).isEqualTo(NOW);
    }

    @Test
    void comesBackFromCancellationToWhereItWas() {
        assertThat(active().cancel(NOW).activate(NOW).cancelledAt()).isNull();
        assertThat(space(SpaceState.WAITING_FOR_DOMAIN)
                        .cancel(NOW)
                        .restoreToWaiting()
                        .state())
                .isEqualTo(SpaceState.WAITING_FOR_DOMAIN);
        assertThatIllegalStateException().isThrownBy(() -> active().restoreToWaiting());
    }

    @Test
    void hasALimitOnlyWhileItIsKept() {
        assertThat(active().limitContacts(5).contactLimit()).isEqualTo(5);
        assertThatIllegalStateException().isThrownBy(() -> active().cancel(NOW).limitContacts(5));
    }

    @Test
    void beginsByTheStateOfItsReseller() {
        assertThat(SpaceState.ofNew(ResellerState.ONBOARDING)).contains(SpaceState.WAITING_FOR_DOMAIN);
        assertThat(SpaceState.ofNew(ResellerState.LIVE)).contains(SpaceState.REQUESTED);
        assertThat(SpaceState.ofNew(ResellerState.CANCELLED)).isEmpty();
    }

    private static Space active() {
        return space(SpaceState.REQUESTED).activate(NOW);
    }

    private static Space space(SpaceState state) {
        PlatformId platform = PlatformId.of(new ResellerId(UUID.randomUUID()));
        return Space.request(platform, "Bakery", "de", null, state, new AccountId(UUID.randomUUID()), NOW);
    }
}
