package io.rocketbots.onboarding.tenancy.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Instant NOW = Instant.parse("2026-03-02T08:00:00Z");

    private final Account invited =
            Account.invite(PlatformId.ROCKETBOTS, "Ada@Acme.example", "Ada", Roles.of(Role.USER), NOW);
    private final Account active = invited.activate("hash");

    @Test
    void comparesEmailsInLowerCaseAndPunycode() {
        assertThat(invited.canonicalEmail()).isEqualTo("ada@acme.example");
        assertThat(Account.canonical(" Ada@Bücher.example ")).isEqualTo("ada@xn--bcher-kva.example");
    }

    @Test
    void keepsWhatIsNoEmailComparable() {
        assertThat(Account.canonical("Nobody")).isEqualTo("nobody");
        assertThat(Account.canonical("ada@" + "x".repeat(70) + ".example")).startsWith("ada@xxx");
    }

    @Test
    void isActivatedOnce() {
        assertThat(active.isActive()).isTrue();
        assertThatIllegalStateException().isThrownBy(() -> active.activate("other"));
    }

    @Test
    void changesThePasswordOfAnActiveAccountOnly() {
        assertThat(active.changePassword("other").passwordHash()).isEqualTo("other");
        assertThatIllegalStateException().isThrownBy(() -> invited.changePassword("other"));
    }

    @Test
    void endsSessionsWhenThePasswordChangesOrTheAccountIsDisabled() {
        assertThat(active.changePassword("other").sessionGeneration()).isGreaterThan(active.sessionGeneration());
        assertThat(active.disable().sessionGeneration()).isGreaterThan(active.sessionGeneration());
    }

    @Test
    void isDisabledOnce() {
        assertThat(active.disable().disable()).isEqualTo(active.disable());
    }

    @Test
    void becomesAResellersWithAllItHad() {
        assertThat(active.becomeReseller().roles()).isEqualTo(Roles.of(Role.USER, Role.RESELLER));
        assertThat(active.becomeReseller().isActive()).isTrue();
    }

    @Test
    void isInvitedAnewWithoutItsPowersInTheTeamWhenItWasDisabled() {
        Account formerLead = Account.invite(
                        PlatformId.ROCKETBOTS, "lee@acme.example", "Lee", Roles.of(Role.TEAM_LEAD), NOW)
                .activate("hash")
                .disable();

        Account reseller = formerLead.becomeReseller();

        assertThat(reseller.state()).isEqualTo(AccountState.INVITED);
        assertThat(reseller.roles()).isEqualTo(Roles.of(Role.USER, Role.RESELLER));
    }

    @Test
    void readsRolesAndTeamsAsTheyWereStored() {
        Roles roles = Roles.of(Role.REVIEWER, Role.TEAM_LEAD);
        ReviewTeams teams = ReviewTeams.of("reviewers", "key-accounts");

        assertThat(Roles.parse(roles.stored())).isEqualTo(roles);
        assertThat(ReviewTeams.parse(teams.stored())).isEqualTo(teams);
        assertThat(ReviewTeams.parse("")).isEqualTo(ReviewTeams.NONE);
    }
}
