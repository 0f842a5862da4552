package io.rocketbots.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.journey.Mailbox.Mail;
import io.rocketbots.onboarding.local.sample.SampleAccounts;
import java.net.URI;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.env.Environment;

/** The ways on which an application does not simply get approved. */
@WholeApplication
class ApplicationJourneyTest {

    private static final Pattern CASE = Pattern.compile("href=\"(/team/applications/[0-9a-f-]{36})\"");

    @Autowired
    private Environment environment;

    private URI baseUrl = URI.create("http://localhost");

    @BeforeEach
    void findTheApplication() {
        baseUrl = URI.create(environment.getRequiredProperty("onboarding.base-url"));
    }

    @Test
    void aRejectionIsToldWithItsReason() {
        Company company = Company.named("Dull Bots");
        company.apply(baseUrl);
        URI progress = company.mailbox(baseUrl)
                .await("We have received your application")
                .link("/applications/");
        Desk desk = new Desk(baseUrl);

        desk.decide(desk.awaitTask(company.name(), "Review application"), "reject", "We have a partner there already.");

        Mail rejection = company.mailbox(baseUrl).await("About your application");
        assertThat(rejection.text()).contains("We have a partner there already.");
        assertThat(new Visitor(baseUrl).open(progress.getPath())).contains("data-status=\"REJECTED\"");
        assertThat(desk.tasks("open", company.name())).isEmpty();
    }

    @Test
    void aWithdrawnApplicationLeavesTheTaskList() {
        Company company = Company.named("Second Thoughts");
        company.apply(baseUrl);
        URI progress = company.mailbox(baseUrl)
                .await("We have received your application")
                .link("/applications/");
        Desk desk = new Desk(baseUrl);
        desk.awaitTask(company.name(), "Review application");

        String page = new Visitor(baseUrl).send(progress.getPath(), progress.getPath() + "/withdraw", Map.of());

        assertThat(page).contains("data-status=\"WITHDRAWN\"");
        company.mailbox(baseUrl).await("Your application is withdrawn");
        desk.awaitNoTask(company.name());
    }

    @Test
    void aLeadCancelsAnOnboardingAndTheResellerReadsWhy() {
        Company company = Company.named("Never Ready");
        company.apply(baseUrl);
        URI progress = company.mailbox(baseUrl)
                .await("We have received your application")
                .link("/applications/");
        Desk desk = new Desk(baseUrl);
        desk.decide(desk.awaitTask(company.name(), "Review application"), "approve", "");
        company.mailbox(baseUrl).await("Welcome to the Rocketbots Reseller Program");
        Visitor lead = Visitor.lead(baseUrl);
        String ofCase = caseOf(lead, company);

        String page = lead.send(ofCase, ofCase + "/cancel", Map.of("reason", "You do not start this year."));

        assertThat(page).contains("Cancelled the onboarding: You do not start this year.");
        assertThat(company.mailbox(baseUrl)
                        .await("Your onboarding is cancelled")
                        .text())
                .contains("The Rocketbots team has cancelled", "You do not start this year.");
        assertThat(new Visitor(baseUrl).open(progress.getPath())).contains("data-status=\"WITHDRAWN\"");
        assertThat(lead.open(ofCase)).contains("data-status=\"CANCELLED\"").doesNotContain(">Cancel Onboarding<");
        desk.awaitNoTask(company.name());
    }

    @Test
    void aSecondApplicationFromAnAddressOnlyMailsTheLinkAgain() {
        Company company = Company.named("Eager Beavers");
        company.apply(baseUrl);
        URI progress = company.mailbox(baseUrl)
                .await("We have received your application")
                .link("/applications/");
        Desk desk = new Desk(baseUrl);
        desk.awaitTask(company.name(), "Review application");

        company.apply(baseUrl);

        Mail again = company.mailbox(baseUrl).await("The link to your application");
        assertThat(again.link("/applications/")).isEqualTo(progress);
        assertThat(company.mailbox(baseUrl).all("We have received your application"))
                .hasSize(1);
        assertThat(desk.tasks("open", company.name())).hasSize(1);
    }

    @Test
    void anAccountThatExistsIsLinkedByTheTeam() {
        Company company = new Company("Ellis Shop", "existing@shop.localhost");
        company.apply(baseUrl);
        Desk desk = new Desk(baseUrl);
        desk.decide(desk.awaitTask(company.name(), "Review application"), "approve", "");

        desk.decide(desk.awaitTask(company.name(), "Resolve duplicate account"), "link-existing-account", "");

        Mail welcome = company.mailbox(baseUrl).await("Welcome to the Rocketbots Reseller Program");
        assertThat(welcome.text()).contains("the Rocketbots account you already have");
        Visitor reseller = new Visitor(baseUrl);
        reseller.signIn(company.email(), SampleAccounts.PASSWORD);
        assertThat(reseller.open("/reseller")).contains("Ellis Shop", "Platform Appearance");
        assertThat(reseller.open("/spaces")).contains("Existing Space");
    }

    /** The path of the company's case in the team's list. */
    private static String caseOf(Visitor team, Company company) {
        Matcher found = CASE.matcher(team.open("/team/applications?q=" + company.email()));
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
