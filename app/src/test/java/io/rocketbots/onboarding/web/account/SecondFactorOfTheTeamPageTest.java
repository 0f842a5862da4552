package io.rocketbots.onboarding.web.account;

import static io.rocketbots.onboarding.web.Visit.body;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.account.TokenKind;
import io.rocketbots.onboarding.web.AuthenticatorApp;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.Visit;
import io.rocketbots.onboarding.web.WholeApp;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Outside local mode the team must have a second factor. */
@WholeApp
@TestPropertySource(
        properties = {
            "onboarding.sign-in.team-second-factor=true",
            "spring.datasource.url=jdbc:h2:mem:secondfactor;MODE=PostgreSQL;DB_CLOSE_DELAY=-1"
        })
class SecondFactorOfTheTeamPageTest {

    private static final Pattern SEALED = Pattern.compile("name=\"sealed\" value=\"([^\"]+)\"");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"REVIEWER", "TEAM_LEAD", "OPS"})
    void isSetUpRightAfterThePasswordAndNothingElseOpensBefore(Role role) {
        Account member = people.active(role);
        Visit visit = new Visit(mvc);

        assertThat(visit.signIn(member.email())).hasRedirectedUrl("/sign-in/second-factor");
        assertThat(visit.get("/account")).hasRedirectedUrl("/sign-in");
        assertThat(visit.get("/team/tasks")).hasRedirectedUrl("/sign-in");
        assertThat(visit.get("/team/ops")).hasRedirectedUrl("/sign-in");
        assertThat(visit.get("/sign-in/code")).hasRedirectedUrl("/sign-in");

        String page = body(visit.get("/sign-in/second-factor"));
        assertThat(page).contains("Your account needs more than a password.", "<svg");
        assertThat(confirm(visit, page, "000000"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("This is not the code that the app shows now.");
        MvcTestResult done = confirm(visit, page, AuthenticatorApp.toldBy(page).code());

        assertThat(done)
                .hasStatusOk()
                .bodyText()
                .contains("Your Recovery Codes", role == Role.OPS ? "href=\"/team/ops\"" : "href=\"/team/tasks\"");
        assertThat(visit.isSignedIn()).isTrue();
        assertThat(visit.get("/sign-in/second-factor")).as("once it is there").hasStatus3xxRedirection();
    }

    @Test
    void isNotAskedOfOthers() {
        assertThat(new Visit(mvc).signIn(people.active(Role.USER).email())).hasRedirectedUrl("/spaces");
        assertThat(new Visit(mvc)
                        .signIn(people.accountOf(people.activeReseller()).email()))
                .hasRedirectedUrl("/reseller");
    }

    @Test
    void isSetUpByWhoeverIsNewToTheTeamRightAfterTheFirstPassword() {
        Account member = people.active(Role.REVIEWER);
        jdbc.sql("UPDATE account SET state = 'INVITED', password_hash = NULL WHERE id = :id")
                .param("id", member.id().value())
                .update();
        String link = "/activate/" + people.link(member, PlatformId.ROCKETBOTS, TokenKind.ACTIVATION);
        Visit visit = new Visit(mvc);

        assertThat(visit.post(link, "newPassword", People.PASSWORD, "repeatPassword", People.PASSWORD))
                .hasRedirectedUrl("/sign-in/second-factor");
        assertThat(visit.isSignedIn()).isFalse();
    }

    @Test
    void endsSessionsThatBeganWithAPasswordAlone() {
        Account member = people.active(Role.USER);
        Visit visit = new Visit(mvc);
        visit.signIn(member.email());
        assertThat(visit.isSignedIn()).isTrue();

        jdbc.sql("UPDATE account SET roles = 'REVIEWER,USER' WHERE id = :id")
                .param("id", member.id().value())
                .update();

        assertThat(visit.isSignedIn()).isFalse();
        assertThat(visit.signIn(member.email())).hasRedirectedUrl("/sign-in/second-factor");
    }

    @Test
    void cannotBeTurnedOff() {
        Account member = people.active(Role.REVIEWER);
        Visit visit = signedIn(member);

        assertThat(visit.get("/account"))
                .bodyText()
                .contains("Set Up Another App")
                .doesNotContain("Turn Off");
        assertThat(visit.post("/account/second-factor/turn-off")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(visit.get("/account"))
                .bodyText()
                .contains("Accounts of the team must have a second factor.", "It was set up on");
    }

    @Test
    void isResetByOperatorsForColleaguesOnly() {
        Account member = people.active(Role.REVIEWER);
        Visit lost = signedIn(member);
        Account operator = people.active(Role.OPS);
        Visit visit = signedIn(operator);
        String reset = "/team/ops/team/" + member.id().value() + "/reset-second-factor";

        assertThat(visit.get("/team/ops/team"))
                .bodyText()
                .contains(reset, "Reviewer")
                .doesNotContain("/team/ops/team/" + operator.id().value() + "/reset");
        assertThat(lost.post(reset)).as("by a reviewer").hasStatus(HttpStatus.FORBIDDEN);
        assertThat(visit.post(reset)).hasRedirectedUrl("/team/ops/team");

        assertThat(visit.get("/team/ops/team")).bodyText().contains("sets up another app at the next sign-in");
        assertThat(lost.isSignedIn()).isFalse();
        assertThat(lost.signIn(member.email())).hasRedirectedUrl("/sign-in/second-factor");
        assertThat(visit.post(reset)).as("pressed twice").hasRedirectedUrl("/team/ops/team");
        assertThat(visit.post("/team/ops/team/" + operator.id().value() + "/reset-second-factor"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(visit.post("/team/ops/team/" + people.active(Role.USER).id().value() + "/reset-second-factor"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private Visit signedIn(Account member) {
        Visit visit = new Visit(mvc);
        visit.signIn(member.email());
        String page = body(visit.get("/sign-in/second-factor"));
        confirm(visit, page, AuthenticatorApp.toldBy(page).code());
        return visit;
    }

    private static MvcTestResult confirm(Visit visit, String page, String code) {
        Matcher sealed = SEALED.matcher(page);
        assertThat(sealed.find()).as(page).isTrue();
        return visit.post("/sign-in/second-factor", "sealed", sealed.group(1), "code", code);
    }
}
