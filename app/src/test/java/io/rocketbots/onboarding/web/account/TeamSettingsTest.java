package io.rocketbots.onboarding.web.account;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.configuration.TeamSettings;
import io.rocketbots.onboarding.tenancy.account.ReviewTeams;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.Roles;
import io.rocketbots.onboarding.tenancy.account.TeamMember;
import org.junit.jupiter.api.Test;

class TeamSettingsTest {

    private static final String ADA = "Ada Example <ada@partners.example>";
    private static final String ROBIN = "\"Roe, Robin\" <robin@partners.example>";

    @Test
    void aLeadAloneDoesEverything() {
        assertThat(new TeamSettings(ADA, "", null, null).members())
                .containsExactly(new TeamMember(
                        "ada@partners.example",
                        "Ada Example",
                        Roles.of(Role.TEAM_LEAD, Role.REVIEWER, Role.OPS),
                        ReviewTeams.of("reviewers", "key-accounts")));
    }

    @Test
    void everybodyDoesWhatTheyAreNamedFor() {
        TeamSettings settings =
                new TeamSettings(ADA, ROBIN + ", kim@partners.example", "KIM@partners.example", "olu@partners.example");

        assertThat(settings.members())
                .containsExactly(
                        new TeamMember(
                                "ada@partners.example", "Ada Example", Roles.of(Role.TEAM_LEAD), ReviewTeams.NONE),
                        new TeamMember(
                                "olu@partners.example", "olu@partners.example", Roles.of(Role.OPS), ReviewTeams.NONE),
                        new TeamMember(
                                "robin@partners.example",
                                "Roe, Robin",
                                Roles.of(Role.REVIEWER),
                                ReviewTeams.of("reviewers")),
                        new TeamMember(
                                "kim@partners.example",
                                "kim@partners.example",
                                Roles.of(Role.REVIEWER),
                                ReviewTeams.of("reviewers", "key-accounts")));
    }

    @Test
    void withoutAnyListThereIsNoTeam() {
        assertThat(new TeamSettings("", " ", "", "").members()).isEmpty();
    }

    @Test
    void knowsAListOfMailboxes() {
        assertThat(TeamSettings.isList(ADA + ", " + ROBIN)).isTrue();
        assertThat(TeamSettings.isList("")).isTrue();
        assertThat(TeamSettings.isList("Ada Example")).isFalse();
        assertThat(TeamSettings.isList("ada@partners.example robin@partners.example"))
                .isFalse();
    }
}
