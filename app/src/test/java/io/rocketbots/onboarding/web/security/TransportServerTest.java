package io.rocketbots.onboarding.web.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.integration.apikey.CreateApiKey;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeServer;
import io.rocketbots.onboarding.web.Wire;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** How requests come: by TLS or not, by which port, with which method. */
@WholeServer
class TransportServerTest {

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Autowired
    CreateApiKey createApiKey;

    @Autowired
    List<RequestMappingHandlerMapping> mappings;

    private Wire visitor = Wire.to(0, "");

    @BeforeEach
    void comeFromANetworkOfOnesOwn() {
        visitor = Wire.to(port, "203.0.113.77");
    }

    @ParameterizedTest
    @CsvSource({
        "localhost, GET, /sign-in, 200",
        "localhost, GET, /css/onboarding.css, 200",
        "localhost, GET, /, 302",
        "localhost, GET, /reseller, 302",
        "localhost, GET, /reseller-program/, 308",
        "localhost, GET, /nothing, 404",
        "localhost, GET, /css/nothing.css, 404",
        "localhost, GET, /..;/, 400",
        "localhost, TRACE, /sign-in, 405",
        "localhost, FOO, /sign-in, 400",
        "localhost, POST, /sign-in, 403",
        "localhost, GET, /api/v1/spaces, 401",
        "stranger.example, GET, /, 421",
        "stranger.example, GET, /api/v1/spaces, 421",
    })
    void everyAnswerByTlsAsksForTlsFromNowOn(String host, String method, String path, int status) {
        Wire.Answer answer = visitor.with("Host", host).send(method, path);

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.headers("Strict-Transport-Security")).containsExactly("max-age=31536000");
    }

    @Test
    void answersWithoutTlsDoNotAskForIt() {
        assertThat(visitor.with("X-Forwarded-Proto", "http").get("/sign-in").header("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void asksForTlsFromNowOnAlsoWhereAPlatformMovedFrom() {
        Reseller reseller = people.activeReseller();
        String former = people.liveDomainOf(reseller);
        people.movedDomainOf(reseller);

        Wire.Answer moved = visitor.with("Host", former).get("/sign-in");

        assertThat(moved.status()).isEqualTo(308);
        assertThat(moved.headers("Strict-Transport-Security")).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/reseller", "/"})
    void believesNobodyWhichPortTheyCameBy(String path) {
        Wire.Answer answer = visitor.with("X-Forwarded-Port", "666").get(path);

        assertThat(answer.header("Location"))
                .hasValueSatisfying(
                        location -> assertThat(location).startsWith("/").doesNotContain("666"));
    }

    @Test
    void keepsThePortThatTheBrowserAskedFor() {
        assertThat(visitor.with("Host", "localhost:8443").get("/reseller").header("Location"))
                .hasValue("/sign-in");
    }

    @Test
    void refusesCallsOfTheApiThatAreNotEncrypted() {
        Wire.Answer refused = visitor.with("X-Forwarded-Proto", "http")
                .with("Authorization", "Bearer key_0")
                .get("/api/v1/spaces");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.header("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        assertThat(refused.body()).contains("urn:problem-type:not-encrypted", "replace the key");
        assertThat(refused.header("Location")).isEmpty();
    }

    @Test
    void tellsWhoeverAsksWhichMethodsAnAddressTakes() {
        Account everybody = people.active(Role.REVIEWER, Role.TEAM_LEAD, Role.OPS, Role.USER);
        Account reseller = people.accountOf(people.activeReseller());
        Map<String, Integer> faults = new TreeMap<>();
        for (Account account : List.of(everybody, reseller)) {
            String session = visitor.signIn(account.email(), People.PASSWORD, "")
                    .cookie("__Host-session")
                    .orElseThrow();
            for (String path : paths()) {
                Wire.Answer answer = visitor.with("Cookie", session).send("OPTIONS", path);
                if (answer.status() >= 500
                        || (answer.status() == 200 && answer.header("Allow").isEmpty())) {
                    faults.put(path, answer.status());
                }
            }
        }

        assertThat(faults).isEmpty();
    }

    @Test
    void tellsProgramsWhichMethodsACallTakes() {
        Reseller reseller = people.activeReseller();
        CreateApiKey.Result made = createApiKey.create(
                reseller, "Billing", Set.of(ApiScope.SPACES_READ), reseller.accountId(), "Ada Applicant");
        String key = ((CreateApiKey.Result.Created) made).secret();

        Wire.Answer answer = visitor.with("Authorization", "Bearer " + key).send("OPTIONS", "/api/v1/spaces");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Allow"))
                .hasValueSatisfying(methods -> assertThat(methods).contains("GET", "POST"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/team/applications?page=42949673",
                "/team/applications?page=2147483647",
                "/team/resellers?page=42949673",
                "/team/tasks?view=all&page=42949673",
                "/team/applications?page=99999999999",
                "/team/applications?page=-1",
                "/team/applications?q=%C3%A4%00",
            })
    void hasNoPageSoFarBehindThatItFails(String address) {
        Account account = people.active(Role.REVIEWER, Role.TEAM_LEAD, Role.OPS);
        String session = visitor.signIn(account.email(), People.PASSWORD, "")
                .cookie("__Host-session")
                .orElseThrow();

        assertThat(visitor.with("Cookie", session).get(address).status()).isIn(200, 400);
    }

    private List<String> paths() {
        return mappings.stream()
                .flatMap(mapping -> mapping.getHandlerMethods().keySet().stream())
                .flatMap(mapping -> mapping.getPatternValues().stream())
                .map(pattern -> pattern.replaceAll("\\{kind[^}]*}", "logo")
                        .replaceAll("\\{[^}]*}", UUID.randomUUID().toString()))
                .filter(path -> path.startsWith("/"))
                .distinct()
                .toList();
    }
}
