package io.rocketbots.onboarding.web.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.customer.contact.AddContact;
import io.rocketbots.onboarding.customer.contact.Contact;
import io.rocketbots.onboarding.customer.contact.ContactDraft;
import io.rocketbots.onboarding.customer.contact.ContactList;
import io.rocketbots.onboarding.customer.contact.WorkOffImports;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceMember;
import io.rocketbots.onboarding.customer.space.SpaceMembers;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMultipartMvcRequestBuilder;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@WholeApp
class ContactsPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Spaces spaces;

    @Autowired
    SpaceMembers members;

    @Autowired
    AddContact addContact;

    @Autowired
    ContactList list;

    @Autowired
    WorkOffImports workOffImports;

    @Autowired
    Clock clock;

    /** A Space with one Agent, as pages and use cases see both. */
    private record Agent(Account account, SpaceVisitor visitor) {

        String path() {
            return "/spaces/" + visitor.space().id().value() + "/contacts";
        }
    }

    @Test
    void showsASpaceWithoutContactsAndLeadsToTheFirst() {
        Agent agent = agentOf(null);

        assertThat(get(agent, agent.path()))
                .hasStatusOk()
                .bodyText()
                .contains("No contacts yet", "0 contacts", "Add Contact", "Search Contacts")
                .contains("<html lang=\"de\">", "<title lang=\"en\">", "<body lang=\"en\">");
        assertThat(get(agent, agent.path() + "/new"))
                .hasStatusOk()
                .bodyText()
                .contains("First Name", "Last Name", "Email", "Phone", "Save");
    }

    @Test
    void addsAContactAndShowsIt() {
        Agent agent = agentOf(100);

        assertThat(post(agent, agent.path())
                        .param("firstName", "Zoë")
                        .param("lastName", "Müller")
                        .param("phone", "+49 30 1234567"))
                .hasRedirectedUrl(agent.path());

        assertThat(get(agent, agent.path()))
                .bodyText()
                .contains("Zoë", "Müller", "+49 30 1234567", "1 of 100 contacts");
        assertThat(get(agent, agent.path() + "?q=mul")).bodyText().contains("Zoë");
        assertThat(get(agent, agent.path() + "?q=nobody")).bodyText().contains("No contact found");
    }

    @Test
    void keepsWhatWasTypedBesideTheFault() {
        Agent agent = agentOf(null);

        assertThat(post(agent, agent.path()).param("firstName", "Zoë").param("email", "zoe"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains(
                        "value=\"Zoë\"", "value=\"zoe\"", "Enter an email address", "aria-describedby=\"email-fault\"");
    }

    @Test
    void saysWhomToAskInAFullSpace() {
        Agent agent = agentOf(1);
        add(agent, "Ada");
        String sentence = "This Space holds 1 of 1 contacts. Ask Rocketbots to raise the limit.";

        assertThat(get(agent, agent.path())).hasStatusOk().bodyText().contains(sentence);
        assertThat(post(agent, agent.path()).param("firstName", "Grace"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains(sentence, "value=\"Grace\"");
    }

    @Test
    void showsBothVersionsWhenSomebodyWasFaster() {
        Agent agent = agentOf(null);
        String path = agent.path() + "/" + add(agent, "Ada").id().value();

        assertThat(post(agent, path).param("version", "0").param("firstName", "Augusta"))
                .hasRedirectedUrl(agent.path());
        assertThat(post(agent, path).param("version", "0").param("firstName", "Adelaide"))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("Somebody else changed this contact", "Augusta", "value=\"Adelaide\"");
        assertThat(post(agent, path).param("version", "1").param("firstName", "Adelaide"))
                .hasRedirectedUrl(agent.path());
    }

    @Test
    void asksBeforeItDeletesAndGoesBackToTheSearch() {
        Agent agent = agentOf(null);
        String path = agent.path() + "/" + add(agent, "Ada").id().value() + "/delete";

        assertThat(get(agent, path)).hasStatusOk().bodyText().contains("Delete", "Ada", "cannot be undone");
        assertThat(names(agent)).containsExactly("Ada");
        assertThat(post(agent, path).param("q", "a & b")).hasRedirectedUrl(agent.path() + "?q=a%20%26%20b");
        assertThat(names(agent)).isEmpty();
    }

    @Test
    void isNotThereForSomebodyElse() {
        Agent agent = agentOf(null);
        Agent stranger = agentOf(null);
        String contact = agent.path() + "/" + add(agent, "Ada").id().value();

        assertThat(get(stranger, agent.path())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(stranger, contact + "/edit")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(stranger, contact + "/delete")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(stranger, contact).param("firstName", "Eve")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(stranger, agent.path()).param("firstName", "Eve")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(names(agent)).containsExactly("Ada");
    }

    @Test
    void importsAFileAndOffersItsErrors() throws Exception {
        Agent agent = agentOf(null);
        String file = "first_name,last_name,email,phone\nAda,Lovelace,,\n,,=1+1,\n";

        assertThat(get(agent, agent.path() + "/imports"))
                .hasStatusOk()
                .bodyText()
                .contains("Import CSV", "CSV File");
        String started = Objects.requireNonNull(
                upload(agent, file).exchange().getResponse().getRedirectedUrl());
        assertThat(get(agent, started)).bodyText().contains("Importing: 0 of 2 lines", "<progress");
        workOffImports.run(() -> true);

        assertThat(get(agent, started)).bodyText().contains("Import finished", "Download Errors");
        assertThat(get(agent, started + "/errors.csv"))
                .hasContentTypeCompatibleWith("text/csv")
                .bodyText()
                .isEqualTo("""
                        line,field,reason,value\r
                        3,email,"Enter an email address, for example name@company.example.",'=1+1\r
                        """);
        assertThat(get(agentOf(null), started)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(agentOf(null), started + "/errors.csv")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void saysWhatIsWrongWithAFileAtItsField() {
        Agent agent = agentOf(null);

        assertThat(upload(agent, "Ada,Lovelace\n"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("aria-describedby=\"file-fault file-help\"", "first_name,last_name,email,phone");
        assertThat(upload(agent, ""))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Choose a file");
    }

    @Test
    void takesLargeFilesUpToTheSizeThatIsTooLarge() {
        Agent agent = agentOf(null);

        assertThat(large(agent, 79))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("Choose a file");
        assertThat(large(agent, 81)).hasStatus(HttpStatus.CONTENT_TOO_LARGE);
    }

    private MockMvcRequestBuilder large(Agent agent, int megabytes) {
        return post(agent, agent.path() + "/imports")
                .contentType("multipart/form-data; boundary=part")
                .content(new byte[megabytes * 1024 * 1024]);
    }

    private MockMultipartMvcRequestBuilder upload(Agent agent, String file) {
        return mvc.post()
                .uri(agent.path() + "/imports")
                .multipart()
                .file(new MockMultipartFile("file", "contacts.csv", "text/csv", file.getBytes(StandardCharsets.UTF_8)))
                .with(csrf())
                .with(signedIn(agent));
    }

    private Agent agentOf(@Nullable Integer limit) {
        Account account = people.active(Role.USER);
        Space requested = Space.request(
                PlatformId.ROCKETBOTS,
                "Bäckerei " + UUID.randomUUID(),
                "de",
                limit,
                SpaceState.REQUESTED,
                account.id(),
                clock.instant());
        Space space = spaces.save(requested.activate(clock.instant()));
        members.save(SpaceMember.join(space.id(), account.id(), SpaceRole.AGENT, clock.instant()));
        return new Agent(account, new SpaceVisitor(space, account.id(), SpaceRole.AGENT, false));
    }

    @Test
    void searchesFurtherInTheDirectionInWhichOneTurnsThePages() {
        Agent agent = agentOf(null);
        importMany(agent, 8200);
        String first = agent.path() + "?q=ho ma";
        String behind = list.page(agent.visitor().space().id(), new ContactList.Wanted("ho ma", null, null))
                .next();
        String second = agent.path() + "?q=ho ma&after=" + behind;
        String back = list.page(agent.visitor().space().id(), new ContactList.Wanted("ho ma", behind, null))
                .previous();

        assertThat(get(agent, first)).bodyText().contains("Search Further</a>").doesNotContain("Previous Page");
        assertThat(get(agent, second)).bodyText().contains("Previous Page</a>").doesNotContain("Search Further");
        assertThat(get(agent, agent.path() + "?q=ho ma&before=" + back))
                .bodyText()
                .containsPattern("rel=\"prev\"[^>]*>Search Further</a>")
                .containsPattern("rel=\"next\"[^>]*>Next Page</a>");
    }

    /** Of so many contacts hardly one has both words, and each word too many. */
    private void importMany(Agent agent, int many) {
        String rows = IntStream.range(0, many)
                .mapToObj(number -> (number == many - 1 ? "Homer" : "Ada") + ",Name,ada" + number
                        + (number % 2 == 0 ? "@home.example" : "@mail.example") + ",\n")
                .collect(Collectors.joining());
        upload(agent, "first_name,last_name,email,phone\n" + rows).exchange();
        workOffImports.run(() -> true);
    }

    private Contact add(Agent agent, String firstName) {
        ContactDraft draft = new ContactDraft(firstName, "", "", "");
        return ((AddContact.Result.Added) addContact.add(agent.visitor(), draft)).contact();
    }

    private List<String> names(Agent agent) {
        return list.page(agent.visitor().space().id(), new ContactList.Wanted("", null, null)).contacts().stream()
                .map(Contact::displayName)
                .toList();
    }

    private MockMvcRequestBuilder get(Agent agent, String path) {
        return mvc.get().uri(path).with(signedIn(agent));
    }

    private MockMvcRequestBuilder post(Agent agent, String path) {
        return mvc.post().uri(path).with(csrf()).with(signedIn(agent));
    }

    private static RequestPostProcessor signedIn(Agent agent) {
        Account account = agent.account();
        CurrentAccount current = new CurrentAccount(
                account.id(),
                account.name(),
                account.email(),
                account.roles(),
                account.reviewTeams(),
                account.staffCode(),
                new Platform(PlatformId.ROCKETBOTS, "localhost"));
        return authentication(UsernamePasswordAuthenticationToken.authenticated(current, null, List.of()));
    }
}
