package io.rocketbots.onboarding.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeApp
@Import(Programs.class)
class InvitationsApiPageTest {

    private static final String SPACES = "/api/v1/spaces";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Programs programs;

    @Autowired
    Resellers resellers;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private String key = "";
    private String invitations = "";

    @BeforeEach
    void make() {
        key = newKey();
        invitations = SPACES + "/" + addSpace("Bakery") + "/invitations";
    }

    @Test
    void invitesAndRevokes() {
        MvcTestResult invited = call(HttpMethod.POST, invitations, "{\"emails\": [\"mia@bakery.example\"]}");
        String id = bodyOf(invited).at("/items/0/invitationId").asString();

        assertThat(invited).hasStatusOk().bodyText().contains("\"prepared\":true");
        assertThat(call(HttpMethod.POST, invitations, "{\"emails\": [\"mia@bakery.example\"]}"))
                .bodyText()
                .contains("already-invited");
        assertThat(call(HttpMethod.DELETE, invitations + "/" + id, null)).hasStatus(HttpStatus.NO_CONTENT);
        assertThat(call(HttpMethod.DELETE, invitations + "/" + id, null)).hasStatus(HttpStatus.CONFLICT);
        assertThat(call(HttpMethod.GET, invitations + "/" + id, null))
                .bodyText()
                .contains("\"state\":\"revoked\"");
    }

    @Test
    void tellsWhatIsWrongFieldByField() {
        assertThat(call(HttpMethod.POST, invitations, "{\"emails\": [\"nobody\"]}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"field\":\"emails\"", "nobody");
        assertThat(call(HttpMethod.POST, invitations, "{\"emails\": [\"mia@bakery.example\"], \"role\": \"king\"}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"field\":\"role\"");
    }

    @Test
    void addsNoSpaceWhoseOwnersCannotBeInvited() {
        assertThat(call(
                        HttpMethod.POST,
                        SPACES,
                        "{\"name\": \"Shop\", \"primaryLanguage\": \"en\", \"owners\": [\"nobody\"]}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"field\":\"owners\"");
        assertThat(call(HttpMethod.GET, SPACES, null)).bodyText().doesNotContain("Shop");
    }

    @Test
    void invitesOwnersOnlyForAKeyThatMayInvite() {
        String withOwners = "{\"name\": \"Shop\", \"primaryLanguage\": \"en\", \"owners\": [\"mia@bakery.example\"]}";
        Reseller reseller = people.activeReseller();
        key = programs.keyOf(reseller, ApiScope.SPACES_WRITE, ApiScope.INVITATIONS_READ);

        assertThat(call(HttpMethod.POST, SPACES, withOwners))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyText()
                .contains("invitations:write");
        assertThat(call(HttpMethod.GET, SPACES, null)).bodyText().doesNotContain("Shop");
        assertThat(call(HttpMethod.POST, SPACES, withOwners.replace("\"mia@bakery.example\"", "")))
                .hasStatus(HttpStatus.CREATED);

        key = programs.keyOf(reseller, ApiScope.SPACES_WRITE, ApiScope.INVITATIONS_WRITE);
        assertThat(call(HttpMethod.POST, SPACES, withOwners.replace("Shop", "Bakery")))
                .hasStatus(HttpStatus.CREATED);
    }

    @Test
    void showsNothingOfAnotherResellerOrSpace() {
        String id = bodyOf(call(HttpMethod.POST, invitations, "{\"emails\": [\"mia@bakery.example\"]}"))
                .at("/items/0/invitationId")
                .asString();
        String other = SPACES + "/" + addSpace("Shop") + "/invitations/" + id;
        assertThat(call(HttpMethod.GET, other, null)).hasStatus(HttpStatus.NOT_FOUND);

        key = newKey();

        assertThat(call(HttpMethod.GET, invitations, null)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(call(HttpMethod.DELETE, invitations + "/" + id, null)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(call(HttpMethod.POST, invitations + "/" + id + "/resend", null))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(call(HttpMethod.POST, invitations, "{\"emails\": [\"eve@bakery.example\"]}"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void saysHowLongToWaitBeforeTheMailIsSentAgain() {
        key = keyOf(resellers.save(people.activeReseller().goLive(Instant.now())));
        invitations = SPACES + "/" + addSpace("Bakery") + "/invitations";
        String id = bodyOf(call(HttpMethod.POST, invitations, "{\"emails\": [\"mia@bakery.example\"]}"))
                .at("/items/0/invitationId")
                .asString();
        jdbc.sql("UPDATE invitation SET sent_at = :at WHERE id = :id")
                .param("at", Timestamp.from(Instant.now().minusSeconds(40)))
                .param("id", UUID.fromString(id))
                .update();

        MvcTestResult tooSoon = call(HttpMethod.POST, invitations + "/" + id + "/resend", null);

        assertThat(tooSoon).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
        assertThat(Integer.parseInt(Objects.requireNonNull(tooSoon.getResponse().getHeader(HttpHeaders.RETRY_AFTER))))
                .isBetween(1, 21);
    }

    private String newKey() {
        return keyOf(people.activeReseller());
    }

    private String keyOf(Reseller reseller) {
        return programs.keyOf(reseller, ApiScope.SPACES_WRITE, ApiScope.INVITATIONS_WRITE);
    }

    private String addSpace(String name) {
        return bodyOf(call(HttpMethod.POST, SPACES, "{\"name\": \"" + name + "\", \"primaryLanguage\": \"en\"}"))
                .at("/id")
                .asString();
    }

    private MvcTestResult call(HttpMethod method, String path, @Nullable String body) {
        var request = mvc.method(method).uri(path).with(Programs.with(key));
        return (body == null ? request : request.contentType("application/json").content(body)).exchange();
    }

    private JsonNode bodyOf(MvcTestResult result) {
        return json.readTree(assertThat(result).bodyText().actual());
    }
}
