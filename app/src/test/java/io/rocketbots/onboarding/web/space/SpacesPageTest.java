package io.rocketbots.onboarding.web.space;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.customer.space.RequestSpace;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceDraft;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WholeApp
class SpacesPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Resellers resellers;

    @Autowired
    Spaces spaces;

    @Autowired
    RequestSpace requestSpace;

    @Autowired
    JdbcClient jdbc;

    @Test
    void saysThatThereIsNoSpaceYet() {
        Reseller reseller = people.activeReseller();

        assertThat(get("/reseller", reseller))
                .hasStatusOk()
                .bodyText()
                .contains("There is no Space yet.", "prepare it before your platform is live", "Add Space")
                .doesNotContain("Download Usage (CSV)", "Search Spaces");
    }

    @Test
    void leadsFromAnEmptyListOfOwnSpacesToThoseOfTheCustomers() {
        assertThat(get("/spaces", people.activeReseller()))
                .hasStatusOk()
                .bodyText()
                .contains("You have no Spaces of your own here.", "href=\"/reseller#spaces\"");
    }

    @Test
    void offersEveryLanguageByItsOwnAndItsEnglishName() {
        assertThat(get("/reseller/spaces/new", people.activeReseller()))
                .hasStatusOk()
                .bodyText()
                .contains("<option value=\"de\">Deutsch – German</option>")
                .contains("<option value=\"en\" selected>English</option>")
                .contains("The texts of its pages are English in this version.");
    }

    @Test
    void saysWhereTheSpaceWillBe() {
        Reseller reseller = people.activeReseller();
        assertThat(get("/reseller/spaces/new", reseller))
                .bodyText()
                .contains("This Space will be accessible on your Reseller Domain, which you have not entered yet.");

        String domain = people.liveDomainOf(reseller);

        assertThat(get("/reseller/spaces/new", reseller))
                .bodyText()
                .contains("This Space will be accessible on your Reseller Domain: <strong class=\"text-break\">"
                        + domain + "</strong>");
    }

    @Test
    void addsASpaceThatWaitsForTheDomain() {
        Reseller reseller = people.activeReseller();

        assertThat(add(reseller, "Bakery <b>", "de", "true", "100"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/reseller#spaces")
                .flash()
                .containsEntry("spacesSaid", "Added Bakery <b>. It is made as soon as your platform is live.");

        assertThat(get("/reseller", reseller))
                .bodyText()
                .contains("More Actions for Bakery &lt;b&gt;", "Deutsch – German", "0 of 100", "Waiting for Domain")
                .contains("Made as soon as your platform is live.", "Download Usage (CSV)");
    }

    @Test
    void keepsWhatWasTypedAndSaysAtEachFieldWhatIsWrong() {
        Reseller reseller = people.activeReseller();

        assertThat(add(reseller, " ", "nonsense", "true", "many & more"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Enter a name for the Space.", "Choose a language from the list.")
                .contains("Enter a whole number from 1 to 10000000.", "value=\"many &amp; more\"")
                .contains("id=\"space-limited\" name=\"limited\" value=\"true\" checked");
    }

    @Test
    void saysThatANameIsTakenWhateverItsCase() {
        Reseller reseller = people.activeReseller();
        add(reseller, "Bakery", "de", "false", "").exchange();

        assertThat(add(reseller, "BAKERY", "de", "false", ""))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("has this name already", "value=\"BAKERY\"");
    }

    @Test
    void answersTheOpenPageWithTheDialogAlone() {
        Reseller reseller = people.activeReseller();

        assertThat(add(reseller, "", "de", "false", "").header("HX-Request", "true"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .hasHeader("HX-Reswap", "innerHTML")
                .bodyText()
                .contains("hx-post=\"/reseller/spaces\"")
                .doesNotContain("<html");
        assertThat(add(reseller, "Bakery", "de", "false", "").header("HX-Request", "true"))
                .hasStatusOk()
                .hasHeader("HX-Trigger", "module-changed");
    }

    @Test
    void editsTheLimitAndSaysWhenThereIsMoreAlready() {
        Reseller reseller = people.activeReseller();
        Space space = activeSpace(reseller, "Bakery");
        jdbc.sql("UPDATE space SET contacts = 12 WHERE id = :id")
                .param("id", space.id().value())
                .update();

        assertThat(get(path(space, "limit"), reseller)).bodyText().contains("holds 12 contacts");
        assertThat(post(path(space, "limit"), reseller).param("limited", "true").param("maximumContacts", "10"))
                .hasStatus3xxRedirection()
                .flash()
                .hasEntrySatisfying(
                        "spacesSaid",
                        said -> assertThat(said.toString())
                                .contains("holds 12 contacts, more than the new limit of 10. They stay"));

        assertThat(get("/reseller", reseller)).bodyText().contains("12 of 10");
    }

    @Test
    void tellsTheLimitThatSomebodyElseSetMeanwhileAndKeepsWhatWasTyped() {
        Reseller reseller = people.activeReseller();
        Space space = activeSpace(reseller, "Bakery");
        assertThat(get(path(space, "limit"), reseller)).bodyText().contains("name=\"seenLimit\" value=\"\"");
        assertThat(limit(space, reseller, "100", "")).hasStatus3xxRedirection();

        assertThat(limit(space, reseller, "50", ""))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains(
                        "Somebody else has changed it meanwhile: the limit is 100 now.",
                        "value=\"50\"",
                        "name=\"seenLimit\" value=\"100\"");
        assertThat(spaces.get(space.id()).contactLimit()).isEqualTo(100);
        assertThat(limit(space, reseller, "many", ""))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("value=\"many\"", "name=\"seenLimit\" value=\"\"");
        assertThat(limit(space, reseller, "50", "100")).hasStatus3xxRedirection();
        assertThat(spaces.get(space.id()).contactLimit()).isEqualTo(50);
    }

    private MockMvcTester.MockMvcRequestBuilder limit(Space space, Reseller by, String typed, String seen) {
        return post(path(space, "limit"), by)
                .param("limited", "true")
                .param("maximumContacts", typed)
                .param("seenLimit", seen);
    }

    @Test
    void suspendsResumesCancelsAndRestores() {
        Reseller reseller = people.activeReseller();
        Space space = activeSpace(reseller, "Bakery");

        assertThat(post(path(space, "suspend"), reseller)).hasStatus3xxRedirection();
        assertThat(get("/reseller", reseller)).bodyText().contains("Suspended", "Resume Space");
        assertThat(post(path(space, "resume"), reseller)).hasStatus3xxRedirection();
        assertThat(get("/reseller", reseller)).bodyText().contains(">Active</span></td>", "Suspend Space");
        assertThat(post(path(space, "cancel"), reseller).param("confirmation", "Baker"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Type the name of the Space exactly: Bakery", "value=\"Baker\"", "kept for 30 days");
        assertThat(post(path(space, "cancel"), reseller).param("confirmation", "bakery"))
                .hasStatus3xxRedirection();
        assertThat(get("/reseller", reseller))
                .bodyText()
                .contains("Can be restored until", "Restore Space")
                .doesNotContain("Edit Contact Limit");
        assertThat(post(path(space, "restore"), reseller)).hasStatus3xxRedirection();
        assertThat(spaces.get(space.id()).state()).isEqualTo(SpaceState.ACTIVE);
    }

    @Test
    void answersConflictToWhatTheStateDoesNotAllow() {
        Reseller reseller = people.activeReseller();
        add(reseller, "Bakery", "de", "false", "").exchange();
        Space waiting =
                spaces.findByPlatformIdOrderByName(PlatformId.of(reseller.id())).getFirst();

        assertThat(post(path(waiting, "suspend"), reseller))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("is waiting for domain. Only an active Space can be suspended.");
    }

    @Test
    void knowsNoSpaceOfAnotherReseller() {
        Space space = activeSpace(people.activeReseller(), "Bakery");
        Reseller other = people.activeReseller();

        assertThat(get(path(space, "limit"), other)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(path(space, "suspend"), other)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(path(space, "cancel"), other).param("confirmation", "Bakery"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/reseller", other)).bodyText().doesNotContain("Bakery");
        assertThat(spaces.get(space.id()).state()).isEqualTo(SpaceState.ACTIVE);
    }

    @Test
    void searchesAndPagesWhenThereAreMany() {
        Reseller reseller = people.activeReseller();
        for (int i = 1; i <= 51; i++) {
            requestSpace.request(
                    reseller.id(), new SpaceDraft("Shop " + (100 + i), "en", false, ""), reseller.accountId(), "Ada");
        }

        assertThat(get("/reseller", reseller))
                .bodyText()
                .contains("Search Spaces", "Shop 150", "rel=\"next\"")
                .doesNotContain("Shop 151");
        assertThat(get("/reseller?spacePage=1", reseller))
                .bodyText()
                .contains("Shop 151", "rel=\"prev\"")
                .doesNotContain("Shop 150");
        assertThat(get("/reseller?space=OP 151", reseller))
                .bodyText()
                .contains("Shop 151")
                .doesNotContain("Shop 150");
        assertThat(get("/reseller?space=nowhere", reseller)).bodyText().contains("No Space has a name like that.");
        assertThat(get("/reseller?spacePage=nonsense", reseller)).hasStatusOk();
    }

    @Test
    void givesTheUsageAsAFileInWhichNothingIsComputed() {
        Reseller reseller = people.activeReseller();
        activeSpace(reseller, "=cmd|' /C calc'!A0");
        activeSpace(reseller, "Bäckerei \"Süß\", Köln");

        assertThat(get("/reseller/spaces/usage.csv", reseller))
                .hasStatusOk()
                .hasHeader("Content-Type", "text/csv;charset=UTF-8")
                .bodyText()
                .startsWith("Space,State,Users,Contacts,Limit,Month\r\n")
                .contains("'=cmd|' /C calc'!A0,Active,0,0,,")
                .contains("\"Bäckerei \"\"Süß\"\", Köln\",Active,0,0,,");
    }

    @Test
    void namesNoSupplierOnTheResellersDomain() {
        Reseller reseller = people.activeReseller();
        String host = people.liveDomainOf(reseller);
        Space space = activeSpace(reseller, "Bakery");
        Platform platform = new Platform(PlatformId.of(reseller.id()), host);

        for (String path : List.of("/reseller", "/reseller/spaces/new", path(space, "cancel"))) {
            assertThat(mvc.get().uri("http://" + host + path).with(as(reseller, platform)))
                    .hasStatusOk()
                    .bodyText()
                    .contains("Space")
                    .doesNotContainIgnoringCase("rocketbots");
        }
    }

    @Test
    void showsTheTeamTheSpacesOfAReseller() {
        Reseller reseller = people.activeReseller();
        activeSpace(reseller, "Bakery");
        Account reviewer = people.active(Role.REVIEWER);

        assertThat(mvc.get().uri("/team/resellers/" + reseller.id().value()).with(as(reviewer, ROCKETBOTS)))
                .hasStatusOk()
                .bodyText()
                .contains("Bakery", "0 users, 0 contacts", "Added the Space");
    }

    private static final Platform ROCKETBOTS = new Platform(PlatformId.ROCKETBOTS, "localhost");

    private Space activeSpace(Reseller reseller, String name) {
        RequestSpace.Result result =
                requestSpace.request(reseller.id(), new SpaceDraft(name, "de", false, ""), reseller.accountId(), "Ada");
        Space waiting = ((RequestSpace.Result.Requested) result).space();
        if (resellers.get(reseller.id()).liveAt() == null) {
            resellers.save(resellers.get(reseller.id()).goLive(Instant.now()));
        }
        Space requested = waiting.state() == SpaceState.REQUESTED ? waiting : spaces.save(waiting.release());
        return spaces.save(requested.activate(Instant.now()));
    }

    private MockMvcRequestBuilder add(Reseller reseller, String name, String language, String limited, String maximum) {
        return post("/reseller/spaces", reseller)
                .param("name", name)
                .param("primaryLanguage", language)
                .param("limited", limited)
                .param("maximumContacts", maximum);
    }

    private static String path(Space space, String action) {
        return "/reseller/spaces/" + space.id().value() + "/" + action;
    }

    private MockMvcRequestBuilder get(String path, Reseller reseller) {
        return mvc.get().uri(path).with(as(reseller, ROCKETBOTS));
    }

    private MockMvcRequestBuilder post(String path, Reseller reseller) {
        return mvc.post().uri(path).with(as(reseller, ROCKETBOTS)).with(csrf());
    }

    private RequestPostProcessor as(Reseller reseller, Platform platform) {
        return as(people.accountOf(reseller), platform);
    }

    private static RequestPostProcessor as(Account account, Platform platform) {
        CurrentAccount current = new CurrentAccount(
                account.id(),
                account.name(),
                account.email(),
                account.roles(),
                account.reviewTeams(),
                account.staffCode(),
                platform);
        return authentication(UsernamePasswordAuthenticationToken.authenticated(current, null, List.of()));
    }
}
