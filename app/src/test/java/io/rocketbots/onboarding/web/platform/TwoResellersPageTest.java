package io.rocketbots.onboarding.web.platform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainLinks;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import io.rocketbots.onboarding.web.platform.Everything.Owned;
import io.rocketbots.onboarding.web.platform.Everything.Person;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/**
 * Two resellers side by side: every address that the pages of one lead to and that names something by its id, for
 * reading and for changing, is a dead end to all the people of the other one. New pages are covered by themselves.
 */
@WholeApp
@Import(Everything.class)
class TwoResellersPageTest {

    private static final String ROCKETBOTS = "localhost";
    private static final Pattern ID = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    /** What a stranger could read or spoil there. */
    private static final List<String> TABLES = List.of(
            "space",
            "space_member",
            "contact",
            "contact_import",
            "invitation",
            "reseller_member",
            "api_key",
            "webhook_endpoint",
            "webhook_delivery",
            "custom_domain");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Everything everything;

    @Autowired
    DomainLinks links;

    @Autowired
    CustomDomains domains;

    @Autowired
    JdbcClient jdbc;

    private Owned acme;

    /** The answer to one call. */
    private record Answer(int status, String location, String body) {}

    @BeforeEach
    void acmeWithOneOfEverything() {
        acme = everything.ofAReseller();
    }

    @Test
    void whatBelongsToOneIsADeadEndToEverybodyOfTheOther() {
        Person reader = everything.signedIn(acme.domain(), people.accountOf(acme.reseller()));
        Map<String, Crawl.Page> read = Crawl.of(mvc, reader.host(), reader.session(), List.of("/reseller", "/spaces"));
        Map<String, String> pages = oneOfEachKind(read.keySet());
        Map<String, String> forms = oneOfEachKind(Crawl.forms(read));
        // That nothing is left out because a page does not lead there any more.
        assertThat(pages)
                .containsKeys(
                        "/spaces/{id}/contacts",
                        "/spaces/{id}/contacts/{id}/edit",
                        "/spaces/{id}/contacts/imports/{id}",
                        "/spaces/{id}/contacts/imports/{id}/errors.csv",
                        "/spaces/{id}/settings/users",
                        "/reseller/spaces/{id}/limit",
                        "/reseller/spaces/{id}/users");
        assertThat(forms)
                .containsKeys(
                        "/spaces/{id}/contacts/{id}",
                        "/spaces/{id}/contacts/{id}/delete",
                        "/spaces/{id}/settings/users/{id}/role",
                        "/spaces/{id}/settings/users/invitations/{id}/revoke",
                        "/reseller/spaces/{id}/cancel",
                        "/reseller/spaces/{id}/users/{id}/remove",
                        "/reseller/team-members/{id}/remove",
                        "/reseller/team-members/invitations/{id}/revoke",
                        "/reseller/api-keys/{id}/revoke",
                        "/reseller/webhooks/{id}/remove",
                        "/reseller/webhooks/deliveries/{id}/redeliver");
        List<Person> others = others();
        String before = everything();

        for (Person other : others) {
            pages.values().forEach(path -> isADeadEnd(HttpMethod.GET, path, other));
            forms.values().forEach(path -> isADeadEnd(HttpMethod.POST, path, other));
        }

        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void theLinkForADnsAdministratorLeadsNowhereOnAnotherResellersDomain() {
        String link = links.pathOf(
                domains.currentOf(acme.reseller().id()).orElseThrow().id());
        String other = people.liveDomainOf(everything.live());

        assertThat(mvc.get().uri(URI.create("http://" + acme.domain() + link))).hasStatusOk();
        assertThat(mvc.get().uri(URI.create("http://" + other + link)))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .doesNotContain(acme.domain());
    }

    /** Everybody of the other reseller's, each where they may be, and with their sessions where they may not. */
    private List<Person> others() {
        Reseller bright = everything.live();
        String domain = people.liveDomainOf(bright);
        Account customer = people.memberOf(people.activeSpaceOf(bright), SpaceRole.OWNER);
        Person reseller = everything.signedIn(domain, people.accountOf(bright));
        return List.of(
                reseller,
                everything.signedIn(ROCKETBOTS, people.accountOf(bright)),
                everything.signedIn(domain, customer),
                new Person(acme.domain(), reseller.session()),
                new Person(acme.domain(), Optional.empty()));
    }

    /** As if nothing were there: the answer to ids that nobody has. */
    private void isADeadEnd(HttpMethod method, String path, Person other) {
        Answer answer = call(other, method, path, Map.of());
        assertThat(answer.body())
                .as("%s %s on %s", method, path, other.host())
                .doesNotContain("ecret", acme.space().name(), acme.member().email());
        if (answer.status() == HttpStatus.NOT_FOUND.value()) {
            return;
        }
        Answer toNobodys = call(
                other,
                method,
                ID.matcher(path).replaceAll(found -> UUID.randomUUID().toString()),
                Map.of());

        assertThat(answer.status())
                .as("%s %s on %s", method, path, other.host())
                .isEqualTo(toNobodys.status())
                .isNotEqualTo(HttpStatus.OK.value());
        assertThat(answer.location()).as("%s %s", method, path).isEqualTo(toNobodys.location());
    }

    /** Those with ids, by how they look without. */
    private static Map<String, String> oneOfEachKind(Set<String> paths) {
        return paths.stream()
                .filter(path -> ID.matcher(path).find())
                .collect(Collectors.toMap(
                        path -> ID.matcher(path).replaceAll("{id}").replaceAll("\\?.*", ""),
                        Function.identity(),
                        (one, another) -> one,
                        TreeMap::new));
    }

    /** All rows of those tables, as text. */
    private String everything() {
        return TABLES.stream()
                .flatMap(table -> jdbc.sql("SELECT * FROM " + table).query().listOfRows().stream()
                        .map(row -> table + ": " + text(row))
                        .sorted())
                .collect(Collectors.joining("\n"));
    }

    private static String text(Map<String, Object> row) {
        return row.entrySet().stream()
                .map(column -> column.getKey() + "="
                        + (column.getValue() instanceof byte[] bytes
                                ? HexFormat.of().formatHex(bytes)
                                : column.getValue()))
                .collect(Collectors.joining(", "));
    }

    private Answer call(Person by, HttpMethod method, String path, Map<String, String> fields) {
        var request = mvc.method(method).uri(URI.create("http://" + by.host() + path));
        if (method.equals(HttpMethod.POST)) {
            fields.forEach(request::param);
            request.with(csrf());
        }
        by.session().ifPresent(request::cookie);
        MockHttpServletResponse response = request.exchange().getResponse();
        return new Answer(
                response.getStatus(),
                Objects.requireNonNullElse(response.getHeader("Location"), ""),
                new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
    }
}
