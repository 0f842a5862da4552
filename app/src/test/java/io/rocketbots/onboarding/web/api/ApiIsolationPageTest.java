package io.rocketbots.onboarding.web.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Every call in the OpenAPI document, about what belongs to one reseller, made by the programs of another one and by
 * nobody's. A new call is covered by itself; one about something that this test does not know fails until it does.
 */
@WholeApp
@Import(Programs.class)
class ApiIsolationPageTest {

    private static final String ROCKETBOTS = "localhost";
    private static final Pattern VARIABLE = Pattern.compile("([a-z-]+)/\\{\\w+}");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Programs programs;

    @Autowired
    Resellers resellers;

    @Autowired
    JsonMapper json;

    private Reseller acme;
    private String acmeDomain;
    private String acmeKey;
    private String brightDomain;
    private String brightKey;
    private Reseller bright;
    private Space bakery;
    private String invitation;
    private int callers;

    /** One call of the document; the body is its example. */
    private record Call(
            HttpMethod method, String path, @Nullable JsonNode body) {

        /** A kind of logo is no id: each reseller has its own. */
        boolean namesSomething() {
            return path.contains("{") && !path.contains("/logos/");
        }
    }

    @BeforeEach
    void acmeWithASpaceAndAnInvitation() {
        acme = resellers.save(people.activeReseller().goLive(Instant.now()));
        acmeDomain = people.liveDomainOf(acme);
        acmeKey = programs.keyOf(acme, ApiScope.values());
        bakery = people.activeSpaceOf(acme);
        bright = resellers.save(people.activeReseller().goLive(Instant.now()));
        brightDomain = people.liveDomainOf(bright);
        brightKey = programs.keyOf(bright, ApiScope.values());
        invitation = json.readTree(assertThat(exchange(
                                ROCKETBOTS,
                                new Call(
                                        HttpMethod.POST,
                                        "/api/v1/spaces/" + bakery.id().value() + "/invitations",
                                        json.readTree("{\"emails\": [\"mia@secret.example\"]}")),
                                acmeKey))
                        .hasStatusOk()
                        .bodyText()
                        .actual())
                .at("/items/0/invitationId")
                .asString();
    }

    @Test
    void findsNothingOfAnotherResellersByItsId() {
        List<Call> calls = calls().filter(Call::namesSomething).toList();
        assertThat(calls).hasSizeGreaterThan(10);

        assertThat(calls)
                .allSatisfy(call -> List.of(ROCKETBOTS, brightDomain)
                        .forEach(host -> assertThat(exchange(host, about(call), brightKey))
                                .as("%s %s on %s", call.method(), call.path(), host)
                                .hasStatus(HttpStatus.NOT_FOUND)
                                .bodyText()
                                .doesNotContain(marks())));
        isAsItWas();
    }

    @Test
    void tellsAnotherResellerOnlyItsOwn() {
        assertThat(calls().filter(call -> !call.namesSomething()))
                .isNotEmpty()
                .allSatisfy(call -> assertThat(exchange(brightDomain, about(call), brightKey))
                        .as("%s %s", call.method(), call.path())
                        .bodyText()
                        .doesNotContain(marks()));
        isAsItWas();
    }

    @Test
    void asksForAKeyOfThePlatform() {
        Cookie session = signedIn(acmeDomain);

        assertThat(calls().map(this::about)).allSatisfy(call -> {
            assertThat(exchange(acmeDomain, call, brightKey))
                    .as("%s, key of another", call)
                    .hasStatus(HttpStatus.UNAUTHORIZED);
            assertThat(exchange(acmeDomain, call, "key_nobodys"))
                    .as("%s, wrong key", call)
                    .hasStatus(HttpStatus.UNAUTHORIZED);
            assertThat(exchange(acmeDomain, call, null)).as("%s, no key", call).hasStatus(HttpStatus.UNAUTHORIZED);
            assertThat(exchange(ROCKETBOTS, call, null)).as("%s, no key", call).hasStatus(HttpStatus.UNAUTHORIZED);
            // Else a page elsewhere could make calls in the name of whoever reads it.
            assertThat(request(acmeDomain, call).cookie(session).exchange())
                    .as("%s, session", call)
                    .hasStatus(HttpStatus.UNAUTHORIZED)
                    .bodyText()
                    .doesNotContain(marks());
        });
        isAsItWas();
    }

    /** All calls of the document that programs read. */
    private Stream<Call> calls() {
        JsonNode document = json.readTree(assertThat(mvc.get().uri("/api/openapi.json"))
                .hasStatusOk()
                .bodyText()
                .actual());
        return document.get("paths")
                .propertyStream()
                .flatMap(path -> path.getValue()
                        .propertyStream()
                        .map(operation -> new Call(
                                HttpMethod.valueOf(operation.getKey().toUpperCase(Locale.ROOT)),
                                path.getKey(),
                                example(operation.getValue()))));
    }

    private static @Nullable JsonNode example(JsonNode operation) {
        JsonNode example = operation.at("/requestBody/content/application~1json/example");
        return example.isMissingNode() ? null : example;
    }

    /** The call with the ids of what belongs to the first reseller. */
    private Call about(Call call) {
        Map<String, String> ids =
                Map.of("spaces", bakery.id().value().toString(), "invitations", invitation, "logos", "logo");
        String path = VARIABLE.matcher(call.path())
                .replaceAll(found -> found.group(1) + "/"
                        + Objects.requireNonNull(
                                ids.get(found.group(1)), "Say here what stands behind " + found.group(1) + "/."));
        return new Call(call.method(), path, call.body());
    }

    private String[] marks() {
        return new String[] {
            bakery.id().value().toString(),
            bakery.name(),
            invitation,
            "mia@secret.example",
            acmeDomain,
            people.accountOf(acme).email()
        };
    }

    private void isAsItWas() {
        String space = "/api/v1/spaces/" + bakery.id().value();
        assertThat(exchange(acmeDomain, new Call(HttpMethod.GET, space, null), acmeKey))
                .hasStatusOk()
                .bodyText()
                .contains(bakery.name(), "\"state\":\"active\"", "\"contactLimit\":null");
        assertThat(exchange(acmeDomain, new Call(HttpMethod.GET, space + "/invitations", null), acmeKey))
                .hasStatusOk()
                .bodyText()
                .containsOnlyOnce("\"state\":\"open\"");
        assertThat(exchange(acmeDomain, new Call(HttpMethod.GET, "/api/v1/domain", null), acmeKey))
                .hasStatusOk()
                .bodyText()
                .contains(acmeDomain);
    }

    private MvcTestResult exchange(String host, Call call, @Nullable String key) {
        var request = request(host, call);
        return (key == null ? request : request.header(HttpHeaders.AUTHORIZATION, "Bearer " + key)).exchange();
    }

    /** Each from another address, since wrong keys slow down the one they come from. */
    private MockMvcTester.MockMvcRequestBuilder request(String host, Call call) {
        callers++;
        String address = "10.1." + callers / 250 + "." + callers % 250;
        var request = mvc.method(call.method())
                .uri(URI.create("http://" + host + call.path()))
                .with(sent -> {
                    sent.setRemoteAddr(address);
                    return sent;
                });
        JsonNode body = call.body();
        return body == null ? request : request.contentType("application/json").content(body.toString());
    }

    private Cookie signedIn(String host) {
        return Objects.requireNonNull(mvc.post()
                .uri("http://" + host + "/sign-in")
                .param("email", people.accountOf(acme).email())
                .param("password", People.PASSWORD)
                .with(csrf())
                .exchange()
                .getResponse()
                .getCookie("session"));
    }
}
