package io.rocketbots.onboarding.web.team;

import static io.rocketbots.onboarding.web.team.Casework.get;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WholeApp
class CasesPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    ApplicationContext context;

    @Test
    void findsApplicationsByWordAndState() {
        Account ops = people.active(Role.OPS);
        Application application = new Casework(context).application();
        String name = application.company().companyName();

        assertThat(get(mvc, ops, "/team/applications?q=" + name))
                .hasStatusOk()
                .bodyText()
                .contains(name + "</a>");
        assertThat(get(
                        mvc,
                        ops,
                        "/team/applications?state=UNDER_REVIEW&q="
                                + application.id().value()))
                .bodyText()
                .contains(name + "</a>");
        assertThat(get(mvc, ops, "/team/applications?state=LIVE&q=" + name))
                .bodyText()
                .contains("No application found");
    }

    @Test
    void showsAllOfAnApplication() {
        Casework casework = new Casework(context);
        Application application = casework.application();
        casework.review(application);

        assertThat(get(
                        mvc,
                        people.active(Role.OPS),
                        "/team/applications/" + application.id().value()))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Chat for bakeries",
                        "Review application",
                        "data-copy=\"" + application.id().value(),
                        "Copy ID",
                        ">Spaces</h2>",
                        "No Space yet.")
                .doesNotContain("Open in Operate", "href=\"/team/tasks/");
    }

    @Test
    void findsAndShowsResellers() {
        Account lead = people.active(Role.TEAM_LEAD);
        Reseller reseller = people.activeReseller();
        String domain = people.liveDomainOf(reseller);

        assertThat(get(mvc, lead, "/team/resellers?q=" + domain))
                .hasStatusOk()
                .bodyText()
                .contains(domain, "live");
        assertThat(get(mvc, lead, "/team/resellers?q=no-such-domain"))
                .bodyText()
                .contains("No reseller found");
        assertThat(get(mvc, lead, "/team/resellers/" + reseller.id().value()))
                .hasStatusOk()
                .bodyText()
                .contains("Set-up", "Branding: missing", domain, "Copy ID", "Timeline", "Mails");
    }

    @Test
    void nothingIsThereForUnknownIds() {
        Account lead = people.active(Role.TEAM_LEAD);

        assertThat(get(mvc, lead, "/team/applications/" + UUID.randomUUID())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(mvc, lead, "/team/resellers/" + UUID.randomUUID())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(mvc, lead, "/team/applications/no-id")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(mvc, lead, "/team/tasks/no-id")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void isForTheTeamOnly() {
        assertThat(get(mvc, people.active(Role.RESELLER), "/team/resellers")).hasStatus(HttpStatus.FORBIDDEN);
    }
}
