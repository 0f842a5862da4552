package io.rocketbots.onboarding.web.platform;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.ProgressLinks;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.integration.apikey.CreateApiKey;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainLinks;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.TokenKind;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import io.rocketbots.onboarding.web.platform.Everything.Owned;
import io.rocketbots.onboarding.web.platform.Replay.Call;
import jakarta.servlet.http.Cookie;
import java.lang.reflect.Method;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every route there is, about what belongs to one reseller, called by everybody of another one: with their sessions, keys
 * and hosts. None of them reads a byte of it or changes it. That this would be noticed is proven by routes that leak.
 */
@WholeApp
@Import(Everything.class)
class EveryRoutePageTest {

    private static final String ROCKETBOTS = "localhost";

    /** Links that open what they are about to whoever has them, where they are at home; elsewhere they lead nowhere. */
    private static final List<String> LINKS =
            List.of("/activate/", "/applications/", "/dns/", "/invitations/", "/reset-password/");

    /** What the Rocketbots Platform shows of each reseller to everybody: its brand, for mails and the preview. */
    private static final String BRAND = "/brand/{reseller}";

    private static final Pattern SESSION = Pattern.compile("/account/sessions/([0-9a-f-]{36})/end");

    private static final Set<Integer> CLOSED =
            Set.of(HttpStatus.UNAUTHORIZED.value(), HttpStatus.FORBIDDEN.value(), HttpStatus.NOT_FOUND.value());

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Everything everything;

    @Autowired
    CreateApiKey createApiKey;

    @Autowired
    Applications applications;

    @Autowired
    CustomDomains domains;

    @Autowired
    DomainLinks domainLinks;

    @Autowired
    ProgressLinks progressLinks;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private Owned acme;
    private List<Actor> others;
    private Map<String, String> ids;
    private Set<String> secrets;
    private final List<RequestMappingInfo> leaks = new ArrayList<>();
    private List<String> tables;
    /** Of each table, as they were when somebody last wrote to it. */
    private final Map<String, List<String>> rows = new HashMap<>();

    private String asItWas = "";
    private int callers;

    /** Somebody of the other reseller's; the account signs in again when a call has ended the session. */
    private record Actor(
            String name,
            String host,
            String signsInOn,
            @Nullable Account account,
            @Nullable String key) {}

    /** Everything that came back. */
    private record Answer(int status, String headers, String body) {

        String all() {
            return headers + "\n" + body;
        }

        boolean isClosed() {
            return CLOSED.contains(status) || headers.contains("Location: /sign-in") || headers.contains("/sign-in\n");
        }
    }

    @BeforeEach
    void twoResellers() {
        acme = everything.ofAReseller();
        ids = idsOf(acme);
        tables = jdbc.sql("SELECT table_name FROM information_schema.tables WHERE table_schema = 'PUBLIC'"
                        + " AND LOWER(table_name) NOT LIKE 'spring_session%' AND LOWER(table_name) NOT LIKE 'flyway%'"
                        // Who signed in or tried to is written down, by whomever; an answer is kept, sealed, for
                        // whoever pressed, and all of them are a lot to read.
                        + " AND LOWER(table_name) NOT IN ('access_entry', 'press')")
                .query(String.class)
                .list();
        Touched.watch(jdbc, tables);
        Account owner = people.accountOf(acme.reseller());
        secrets = Set.of(
                "Ada Secret",
                "A Secret Logo",
                "Secret Key",
                "secret.csv",
                "secret.example",
                "93.184.216.34/secret",
                acme.space().name(),
                owner.email(),
                acme.member().email(),
                acme.agent().email(),
                acme.reseller().id().value().toString(),
                acme.reseller().applicationId().value().toString());
        Reseller bright = everything.live();
        String domain = people.liveDomainOf(bright);
        String key = ((CreateApiKey.Result.Created) createApiKey.create(
                        bright, "Replay", Set.of(ApiScope.values()), bright.accountId(), "Ada Applicant"))
                .secret();
        Account reseller = people.accountOf(bright);
        Account customer = people.memberOf(people.activeSpaceOf(bright), SpaceRole.OWNER);
        others = List.of(
                new Actor("the reseller on its domain", domain, domain, reseller, key),
                new Actor("the reseller on Rocketbots", ROCKETBOTS, ROCKETBOTS, reseller, key),
                new Actor("a customer", domain, domain, customer, null),
                new Actor("the reseller with its session elsewhere", acme.domain(), domain, reseller, key),
                new Actor("nobody", acme.domain(), domain, null, null));
    }

    @AfterEach
    void withoutLeaks() {
        Touched.unwatch(jdbc, tables);
        leaks.forEach(mapping()::unregisterMapping);
    }

    @Test
    void noRouteShowsOrChangesWhatBelongsToAnotherReseller() {
        List<Call> calls = replay().calls(mappings);
        assertThat(calls).hasSizeGreaterThan(150);
        assertThat(calls.stream().filter(Call::namesOwned)).hasSizeGreaterThan(80);

        assertThat(others.stream().flatMap(other -> faults(calls, other))).isEmpty();
    }

    @Test
    void noRouteThatIsReadChangesAnything() {
        Session owner = new Session(
                new Actor("the owner", acme.domain(), acme.domain(), people.accountOf(acme.reseller()), null));
        List<Call> reading = replay().calls(mappings).stream()
                .filter(call -> !call.changes())
                .toList();
        String before = rows();

        reading.forEach(owner::send);

        // Who looked is written down.
        assertThat(difference(before, rows(), "space_history_entry")).isEmpty();
    }

    @Test
    void noRouteTakesAFormFromAnotherSite() {
        Session reseller = new Session(others.getFirst());
        List<Call> changing = replay().calls(mappings).stream()
                .filter(Call::changes)
                .filter(call -> !call.pattern().startsWith("/api/v1/"))
                .toList();
        assertThat(changing).hasSizeGreaterThan(60);

        assertThat(changing)
                .allSatisfy(call -> assertThat(reseller.sendWithoutToken(call).status())
                        .as(call.toString())
                        .isIn(HttpStatus.FORBIDDEN.value(), HttpStatus.NOT_FOUND.value()));
    }

    @Test
    void everyAnswerSaysWhatItIsAndOpensNothingToOtherSites() {
        Session reseller = new Session(others.getFirst());

        assertThat(replay().calls(mappings)).allSatisfy(call -> {
            Answer answer = reseller.send(call);
            assertThat(answer.headers())
                    .as(call.toString())
                    .contains("X-Content-Type-Options: nosniff")
                    .doesNotContain("Access-Control-Allow-Origin");
            if (!answer.body().isEmpty()) {
                assertThat(answer.headers()).as(call.toString()).contains("Content-Type: ");
            }
            if (answer.headers().contains("Content-Type: text/")) {
                assertThat(answer.headers()).as(call.toString()).containsPattern("(?i)charset=utf-8");
            }
        });
    }

    @Test
    void aRouteThatShowsWhatItIsAskedForIsNoticed() {
        leak(RequestMethod.GET, "/reseller/leaks/spaces/{space}", "show");

        assertThat(faultsOf(others.getFirst())).singleElement().asString().contains("/reseller/leaks", "shows");
    }

    @Test
    void aRouteThatListsWhatIsOfAllResellersIsNoticed() {
        leak(RequestMethod.GET, "/reseller/leaks", "list");

        assertThat(faultsOf(others.getFirst())).singleElement().asString().contains("/reseller/leaks", "shows");
    }

    @Test
    void aRouteThatChangesWhatItHidesIsNoticed() {
        leak(RequestMethod.POST, "/reseller/leaks/spaces/{space}", "rename");

        assertThat(faultsOf(others.getFirst())).singleElement().asString().contains("/reseller/leaks", "changes");
    }

    @Test
    void aRouteThatTellsWhetherSomethingIsThereIsNoticed() {
        leak(RequestMethod.GET, "/reseller/leaks/spaces/{space}", "exists");

        assertThat(faultsOf(others.getFirst())).singleElement().asString().contains("/reseller/leaks", "204");
    }

    @Test
    void aRouteWithoutARecipeIsNoticed() {
        leak(RequestMethod.GET, "/reseller/leaks/{nobodyKnows}", "unknown");

        assertThatThrownBy(() -> replay().calls(mappings))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("{nobodyKnows}");
    }

    /** Routes as nobody should write them. */
    final class Leaks {

        ResponseEntity<String> show(@PathVariable UUID space) {
            return ResponseEntity.ok(name(space));
        }

        ResponseEntity<String> list() {
            return ResponseEntity.ok(String.join(
                    ", ", jdbc.sql("SELECT name FROM space").query(String.class).list()));
        }

        ResponseEntity<Void> rename(@PathVariable UUID space) {
            jdbc.sql("UPDATE space SET name = :name WHERE id = :id")
                    .param("name", "Taken " + UUID.randomUUID())
                    .param("id", space)
                    .update();
            return ResponseEntity.notFound().build();
        }

        ResponseEntity<Void> exists(@PathVariable UUID space) {
            boolean there = jdbc.sql("SELECT COUNT(*) FROM space WHERE id = :id")
                            .param("id", space)
                            .query(Integer.class)
                            .single()
                    > 0;
            return (there ? ResponseEntity.noContent() : ResponseEntity.notFound()).build();
        }

        ResponseEntity<Void> unknown(@PathVariable String nobodyKnows) {
            return ResponseEntity.notFound().header("About", nobodyKnows).build();
        }

        private String name(UUID space) {
            return jdbc.sql("SELECT name FROM space WHERE id = :id")
                    .param("id", space)
                    .query(String.class)
                    .optional()
                    .orElse("");
        }
    }

    private void leak(RequestMethod method, String pattern, String name) {
        RequestMappingInfo route = RequestMappingInfo.paths(pattern)
                .methods(method)
                .options(mapping().getBuilderConfiguration())
                .build();
        Method handler = Stream.of(Leaks.class.getDeclaredMethods())
                .filter(one -> one.getName().equals(name))
                .findFirst()
                .orElseThrow();
        mapping().registerMapping(route, new Leaks(), handler);
        leaks.add(route);
    }

    private RequestMappingHandlerMapping mapping() {
        return mappings.stream()
                .filter(one -> one.getHandlerMethods().values().stream()
                        .anyMatch(handler ->
                                handler.getBeanType().getPackageName().startsWith("io.rocketbots")))
                .findFirst()
                .orElseThrow();
    }

    private List<String> faultsOf(Actor other) {
        return faults(
                        replay().calls(mappings).stream()
                                .filter(call -> call.pattern().startsWith("/reseller/leaks"))
                                .toList(),
                        other)
                .toList();
    }

    private Stream<String> faults(List<Call> calls, Actor other) {
        Session session = new Session(other);
        asItWas = rows();
        return calls.stream()
                .filter(call -> !isAtHome(call, other.host()))
                .flatMap(call -> fault(call, session).stream());
    }

    /** A link is meant for whoever has it, and so is a brand on the Rocketbots Platform. */
    private boolean isAtHome(Call call, String host) {
        boolean onOthersDomain = !host.equals(ROCKETBOTS) && !host.equals(acme.domain());
        return !onOthersDomain
                && (LINKS.stream().anyMatch(call.pattern()::startsWith)
                        || call.pattern().startsWith(BRAND));
    }

    private Optional<String> fault(Call call, Session session) {
        Answer answer = session.send(call);
        String words = session.actor.name() + ": " + call + " answers " + answer.status();
        if (answer.status() >= HttpStatus.INTERNAL_SERVER_ERROR.value()) {
            return Optional.of(words);
        }
        Optional<String> shown = Stream.concat(
                        secrets.stream(),
                        Stream.concat(
                                ids.values().stream(),
                                // On its own domain everybody sees whose it is.
                                session.actor.host().equals(acme.domain()) ? Stream.of() : Stream.of(acme.domain())))
                .filter(secret -> !call.path().contains(secret))
                .filter(answer.all()::contains)
                .findFirst();
        if (shown.isPresent()) {
            return Optional.of(words + " and shows " + shown.get());
        }
        String now = call.changes() ? rows() : asItWas;
        if (!now.equals(asItWas)) {
            String changed = difference(asItWas, now, "nothing");
            asItWas = now;
            return Optional.of(words + " and changes " + changed);
        }
        // Whoever asks for a new link reads the same sentence, whether or not there is somebody to send it to.
        if (call.namesOwned() && !call.pattern().endsWith("/new-link") && !answer.isClosed()) {
            Answer toNothing = session.send(call.aboutNothing(ids.values()));
            boolean tellsNothing = answer.status() == toNothing.status()
                    && location(answer).equals(location(toNothing))
                    && (answer.status() != HttpStatus.OK.value()
                            || words(answer).equals(words(toNothing)));
            return tellsNothing ? Optional.empty() : Optional.of(words + ", and " + toNothing.status() + " to nothing");
        }
        return Optional.empty();
    }

    /** What a page says, without what a form brings back. */
    private static String words(Answer answer) {
        return answer.body().replaceAll("(?:value|action)=\"[^\"]*\"", "");
    }

    private static String location(Answer answer) {
        return answer.headers()
                .lines()
                .filter(header -> header.startsWith("Location: "))
                .findFirst()
                .orElse("");
    }

    private Replay replay() {
        String space = id("space");
        String invitation = id("invitation");
        Map<String, String> owned = Map.ofEntries(
                entry("/spaces/{space}", space),
                entry("/spaces/{space}/contacts/{contact}", id("contact")),
                entry("/spaces/{space}/contacts/imports/{id}", id("import")),
                entry("/spaces/{space}/settings/users/{member}", id("agent")),
                entry("/spaces/{space}/settings/users/invitations/{id}", invitation),
                entry("/reseller/spaces/{id}", space),
                entry("/reseller/spaces/{space}", space),
                entry("/reseller/leaks/spaces/{space}", space),
                entry("/reseller/spaces/{space}/users/{member}", id("agent")),
                entry("/reseller/spaces/{space}/users/invitations/{id}", invitation),
                entry("/reseller/team-members/{member}", id("member")),
                entry("/reseller/team-members/invitations/{id}", id("team invitation")),
                entry("/reseller/api-keys/{id}", id("api key")),
                entry("/reseller/webhooks/{id}", id("endpoint")),
                entry("/reseller/webhooks/deliveries/{id}", id("delivery")),
                entry("/reseller/appearance/uploads/{kind}/{sha}", id("upload")),
                entry("/api/v1/spaces/{id}", space),
                entry("/api/v1/spaces/{space}", space),
                entry("/api/v1/spaces/{space}/invitations/{id}", invitation),
                entry("/brand/{reseller}", acme.reseller().id().value().toString()),
                entry("/applications/{token}", id("progress token")),
                entry("/dns/{token}", id("dns token")),
                entry("/activate/{token}", id("activation token")),
                entry("/reset-password/{token}", id("reset token")),
                entry("/invitations/{token}", id("invitation token")),
                entry(
                        "/team/applications/{id}",
                        acme.reseller().applicationId().value().toString()),
                entry("/team/resellers/{id}", acme.reseller().id().value().toString()),
                entry("/team/tasks/{id}", id("contact")),
                entry("/account/sessions/{handle}", id("session")),
                entry("/team/ops/team/{id}", id("member")),
                entry("/team/ops/messages/{id}", id("contact")),
                entry("/team/ops/incidents/{id}", id("contact")),
                entry("/team/ops/mails/{id}", id("contact")));
        Map<String, String> fixed = Map.of(
                "/reseller/appearance/{kind}", "logo",
                "/reseller/appearance/uploads/{kind}", "logo",
                "/api/v1/appearance/logos/{kind}", "logo",
                "/brand/{name}", "logo",
                "/brand/{reseller}/{name}", "logo",
                "/team/diagrams/{process}", "reseller-onboarding");
        return new Replay(owned, fixed, sent(space), json);
    }

    /** Nothing of the owner's but ids, so that whatever comes back of it was not sent there. */
    private Map<String, Object> sent(String space) {
        return Map.ofEntries(
                entry("UUID after", space),
                entry("UUID domain", id("domain")),
                entry("add", ""),
                entry("after", "0"),
                entry("answer", "Replayed"),
                entry("back", "/"),
                entry("before", ""),
                entry("brandName", "Replayed"),
                entry("category", "OTHER"),
                entry("code", "123456"),
                entry("color", "0F766E"),
                entry("comment", "Replayed"),
                entry("confirmation", "Replayed"),
                entry("contactLimit", "5"),
                entry("domain", "replayed.example"),
                entry("email", "replayed@bright.example"),
                entry("emails", "replayed@bright.example"),
                entry("events", "space.active"),
                entry("firstName", "Replayed"),
                entry("kind", "logo"),
                entry("lastName", "Replayed"),
                entry("left", "1"),
                entry("limit", "50"),
                entry("limited", "true"),
                entry("maximumContacts", "5"),
                entry("moved", "0"),
                entry("name", "Replayed"),
                entry("newPassword", "replayed"),
                entry("notified", "true"),
                entry("over", "0"),
                entry("owners", "replayed@bright.example"),
                entry("page", "0"),
                entry("part", "html"),
                entry("password", "replayed"),
                entry("phone", ""),
                entry("presentPassword", "replayed"),
                entry("primaryLanguage", "de"),
                entry("process", "reseller-onboarding"),
                entry("q", ""),
                entry("reason", "Replayed"),
                entry("repeatPassword", "replayed"),
                entry("revokeKeys", "false"),
                entry("role", "AGENT"),
                entry("scopes", "spaces:read"),
                entry("sealed", "replayed"),
                entry("seenLimit", ""),
                entry("shown", ""),
                entry("state", ""),
                entry("supportEmail", ""),
                entry("supportLink", ""),
                entry("team", ""),
                entry("themeColor", "#0F766E"),
                entry("to", "/"),
                entry("ttl", "60"),
                entry("type", "A"),
                entry("url", "https://93.184.216.34/replayed"),
                entry("v", ""),
                entry("value", "192.0.2.1"),
                entry("version", "0"),
                entry("view", "open"));
    }

    private Map<String, String> idsOf(Owned owned) {
        UUID reseller = owned.reseller().id().value();
        UUID space = owned.space().id().value();
        UUID endpoint = everything.id("SELECT id FROM webhook_endpoint WHERE reseller_id = :of", reseller);
        UUID invitation = everything.id("SELECT id FROM invitation WHERE space_id = :of", space);
        Account account = people.accountOf(owned.reseller());
        return Map.ofEntries(
                entry("reseller", reseller.toString()),
                entry("application", owned.reseller().applicationId().value().toString()),
                entry("space", space.toString()),
                entry("member", owned.member().id().value().toString()),
                entry("agent", owned.agent().id().value().toString()),
                entry("contact", one("SELECT id FROM contact WHERE space_id = :of", space)),
                entry("import", one("SELECT id FROM contact_import WHERE space_id = :of", space)),
                entry("invitation", invitation.toString()),
                entry("invitation token", everything.invitationToken(invitation)),
                entry("team invitation", one("SELECT id FROM invitation WHERE reseller_id = :of", reseller)),
                entry("api key", one("SELECT id FROM api_key WHERE reseller_id = :of", reseller)),
                entry("endpoint", endpoint.toString()),
                entry("delivery", one("SELECT id FROM webhook_delivery WHERE endpoint_id = :of", endpoint)),
                entry("domain", one("SELECT id FROM custom_domain WHERE reseller_id = :of", reseller)),
                entry("session", sessionOf(account, owned.domain())),
                entry("upload", everything.uploadOf(owned.reseller())),
                entry(
                        "progress token",
                        progressLinks.tokenFor(applications.get(owned.reseller().applicationId()))),
                entry(
                        "dns token",
                        domainLinks
                                .pathOf(domains.currentOf(owned.reseller().id())
                                        .orElseThrow()
                                        .id())
                                .substring("/dns/".length())),
                entry("activation token", people.link(account, PlatformId.ROCKETBOTS, TokenKind.ACTIVATION)),
                entry("reset token", people.link(account, PlatformId.ROCKETBOTS, TokenKind.RESET)));
    }

    /** By what a session of the account can be ended from another one. */
    private String sessionOf(Account account, String domain) {
        everything.signedIn(domain, account);
        String page = assertThat(mvc.get()
                        .uri(URI.create("http://" + domain + "/account"))
                        .cookie(everything.signedIn(domain, account).session().orElseThrow()))
                .hasStatusOk()
                .bodyText()
                .actual();
        return SESSION.matcher(page)
                .results()
                .map(handle -> handle.group(1))
                .findFirst()
                .orElseThrow();
    }

    private String one(String query, UUID of) {
        return everything.id(query, of).toString();
    }

    private String id(String of) {
        return Objects.requireNonNull(ids.get(of), of);
    }

    /** Somebody's calls, who signs in again when a call has ended the session. */
    private final class Session {
        private final Actor actor;
        private Optional<Cookie> cookie = Optional.empty();

        Session(Actor actor) {
            this.actor = actor;
        }

        Answer send(Call call) {
            return send(call, true);
        }

        Answer sendWithoutToken(Call call) {
            return send(call, false);
        }

        private Answer send(Call call, boolean withToken) {
            if (cookie.isEmpty() && actor.account() != null) {
                cookie = everything.signedIn(actor.signsInOn(), actor.account()).session();
            }
            MockHttpServletResponse response = exchange(call, withToken);
            if (response.getCookie("session") != null) {
                cookie = Optional.empty();
            }
            String headers = response.getHeaderNames().stream()
                    .map(name -> name + ": " + String.join(", ", response.getHeaders(name)))
                    .collect(Collectors.joining("\n"));
            return new Answer(
                    response.getStatus(),
                    headers,
                    new String(response.getContentAsByteArray(), StandardCharsets.UTF_8));
        }

        private MockHttpServletResponse exchange(Call call, boolean withToken) {
            URI address = URI.create("http://" + actor.host() + call.path());
            var request = mvc.method(call.method()).uri(address);
            // Each from another address, since whoever fails too often waits.
            callers++;
            String from = "10.2." + callers / 250 + "." + callers % 250;
            request.with(sent -> {
                sent.setRemoteAddr(from);
                return sent;
            });
            call.parameters().forEach(request::param);
            request.header(HttpHeaders.ORIGIN, "https://elsewhere.example");
            cookie.ifPresent(request::cookie);
            if (actor.key() != null && call.pattern().startsWith("/api/v1/")) {
                request.header(HttpHeaders.AUTHORIZATION, "Bearer " + actor.key());
            }
            if (call.changes() && withToken) {
                request.with(csrf());
            }
            if (call.type() != null) {
                request.contentType(call.type());
            }
            if (call.body() != null) {
                request.content(call.body());
            }
            return call.isMultipart()
                    ? request.multipart()
                            .file(new MockMultipartFile("file", "replayed.csv", "text/csv", new byte[] {'x'}))
                            .exchange()
                            .getResponse()
                    : request.exchange().getResponse();
        }
    }

    /** All rows that hold an id of what is not to change, as text; what people look at is no change. */
    private String rows() {
        Touched.since().forEach(rows::remove);
        return tables.stream()
                .map(table -> rows.computeIfAbsent(table, this::read))
                .flatMap(List::stream)
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private List<String> read(String table) {
        return jdbc.sql("SELECT * FROM " + table).query().listOfRows().stream()
                .map(row -> table.toLowerCase(Locale.ROOT) + ": " + text(row))
                .filter(row -> ids.values().stream().anyMatch(row::contains))
                .toList();
    }

    /** The first row that came, went or changed, but for those of a table. */
    private static String difference(String before, String after, String butFor) {
        List<String> were = before.lines().toList();
        List<String> are = after.lines().toList();
        return Stream.concat(
                        were.stream().filter(row -> !are.contains(row)),
                        are.stream().filter(row -> !were.contains(row)))
                .filter(row -> !row.startsWith(butFor))
                .findFirst()
                .orElse("");
    }

    private static String text(Map<String, Object> row) {
        return row.entrySet().stream()
                .map(column -> column.getKey() + "="
                        + (column.getValue() instanceof byte[] bytes
                                ? HexFormat.of().formatHex(bytes)
                                : column.getValue()))
                .collect(Collectors.joining(", "));
    }
}
