package io.rocketbots.onboarding.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@WholeApp
@Import(Programs.class)
class ApiReferencePageTest {

    private static final String LOGO =
            "<svg xmlns='http://www.w3.org/2000/svg' width='120' height='40'><rect width='120' height='40'/></svg>";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Programs programs;

    @Autowired
    Resellers resellers;

    @Autowired
    ApiReference reference;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Test
    void speaksOfEveryCallAndOfNoOther() {
        assertThat(reference.entries().stream().map(ApiReference.Entry::call))
                .containsExactlyInAnyOrderElementsOf(reference.scopes().keySet());
    }

    @Test
    void showsExamplesThatTheApiTakesAndAnswers() {
        Reseller acme = resellers.save(people.activeReseller().goLive(Instant.now()));
        people.liveDomainOf(acme);
        String key = programs.keyOf(acme, ApiScope.values());
        Map<String, String> ids = new HashMap<>(Map.of("kind", "logo"));

        for (ApiReference.Entry entry : reference.entries()) {
            MvcTestResult answer = call(entry, ids, key);

            assertThat(answer).as(entry.call()).hasStatus(entry.status());
            JsonNode response = entry.response();
            if (response != null) {
                JsonNode real = json.readTree(assertThat(answer).bodyText().actual());
                assertThat(fieldsOf(real)).as(entry.call()).isEqualTo(fieldsOf(response));
                remember(entry, real, ids);
            }
        }
    }

    /** What the engine and time do between two calls. */
    private void remember(ApiReference.Entry entry, JsonNode answer, Map<String, String> ids) {
        switch (entry.call()) {
            case "POST /api/v1/spaces" -> {
                ids.put("space", answer.get("id").asString());
                jdbc.sql("UPDATE space SET state = 'ACTIVE' WHERE id = CAST(:id AS uuid)")
                        .param("id", ids.get("space"))
                        .update();
            }
            case "POST /api/v1/spaces/{space}/invitations" -> {
                ids.put("invitation", answer.at("/items/0/invitationId").asString());
                jdbc.sql("UPDATE invitation SET sent_at = created_at - INTERVAL '1' HOUR WHERE id = CAST(:id AS uuid)")
                        .param("id", ids.get("invitation"))
                        .update();
            }
            default -> {
                // Nothing that later calls need.
            }
        }
    }

    private MvcTestResult call(ApiReference.Entry entry, Map<String, String> ids, String key) {
        String ofInvitations = entry.path().contains("/invitations") ? "invitation" : "space";
        String path = entry.path()
                .replace("{kind}", ids.getOrDefault("kind", ""))
                .replace("{space}", ids.getOrDefault("space", ""))
                .replace("{id}", ids.getOrDefault(ofInvitations, ""));
        var request = mvc.method(HttpMethod.valueOf(entry.method())).uri(path).with(Programs.with(key));
        if (entry.method().equals("PUT") && path.endsWith("/logo")) {
            return request.contentType("image/svg+xml").content(LOGO).exchange();
        }
        JsonNode body = entry.request();
        return (body == null ? request : request.contentType("application/json").content(body.toString())).exchange();
    }

    /** The names of the fields of an object, and of the first element of each list in it. */
    private static String fieldsOf(JsonNode node) {
        if (!node.isObject()) {
            return "";
        }
        return node.propertyStream()
                .map(field -> field.getKey()
                        + (field.getKey().equals("items") && !field.getValue().isEmpty()
                                ? "{" + fieldsOf(field.getValue().get(0)) + "}"
                                : ""))
                .sorted()
                .collect(Collectors.joining(","));
    }

    @Test
    void isAnOpenApiDocumentThatNamesNoSupplier() {
        MvcTestResult document = mvc.get().uri("/api/openapi.json").exchange();

        assertThat(document).hasStatusOk().bodyText().doesNotContainIgnoringCase("rocketbots", "camunda", "zeebe");
        JsonNode read = json.readTree(assertThat(document).bodyText().actual());
        assertThat(read.get("openapi").asString()).startsWith("3.");
        assertThat(read.at("/paths/~1api~1v1~1spaces/post/requestBody/content/application~1json/example/name")
                        .asString())
                .isEqualTo("Bakery");
        assertThat(read.at("/paths/~1api~1v1~1spaces/post/description").asString())
                .contains("Needs spaces:write.");
        assertThat(read.get("paths").size()).isEqualTo((int) reference.entries().stream()
                .map(ApiReference.Entry::path)
                .distinct()
                .count());
    }

    @Test
    void standsOnAPageOfItsOwn() {
        assertThat(mvc.get().uri("/api/docs"))
                .hasStatusOk()
                .bodyText()
                .contains("API Reference", "POST /api/v1/spaces", "Needs invitations:write.", "Idempotency-Key");
    }

    @Test
    void isForSignedInResellersOnAResellersDomain() {
        String host = people.liveDomainOf(people.activeReseller());

        assertThat(mvc.get().uri("http://" + host + "/api/docs")).hasStatus3xxRedirection();
        assertThat(mvc.get().uri("http://" + host + "/api/openapi.json")).hasStatus(HttpStatus.UNAUTHORIZED);
    }

    @Test
    void hidesTheDocumentThatItIsMadeOf() {
        assertThat(mvc.get().uri("/internal-openapi")).hasStatus(HttpStatus.NOT_FOUND);
    }
}
