package io.rocketbots.onboarding.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
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
class SpacesApiPageTest {

    private static final String PATH = "/api/v1/spaces";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Programs programs;

    @Autowired
    JsonMapper json;

    @Autowired
    JdbcClient jdbc;

    private String key = "";

    @BeforeEach
    void make() {
        key = programs.keyOf(people.activeReseller(), ApiScope.SPACES_WRITE);
    }

    @Test
    void addsASpaceThatIsThereFromThenOn() {
        MvcTestResult added = add("{\"name\": \"Bakery\", \"primaryLanguage\": \"de\", \"contactLimit\": 500}");

        assertThat(added).hasStatus(HttpStatus.CREATED).hasHeader("Location", PATH + "/" + idIn(added));
        assertThat(call(HttpMethod.GET, "/" + idIn(added), null))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo(
                        "{\"name\": \"Bakery\", \"primaryLanguage\": \"de\", \"contactLimit\": 500, \"contacts\": 0,"
                                + " \"users\": 0, \"state\": \"waiting-for-domain\"}");
    }

    @Test
    void tellsWhatIsWrongFieldByField() {
        add("{\"name\": \"Bakery\", \"primaryLanguage\": \"de\"}");

        assertThat(add("{\"name\": \"BAKERY\", \"primaryLanguage\": \"xx-nothing\", \"contactLimit\": 0}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"field\":\"name\"", "\"field\":\"primaryLanguage\"", "\"field\":\"contactLimit\"");
        assertThat(add("{\"name\": \"Shop\", \"primaryLanguage\": \"de\", \"contactLimit\": \"many\"}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"field\":\"contactLimit\"");
    }

    @Test
    void changesTheLimitAndTakesItAway() {
        String id = idIn(add("{\"name\": \"Bakery\", \"primaryLanguage\": \"de\", \"contactLimit\": 500}"));

        assertThat(call(HttpMethod.PATCH, "/" + id, "{}"))
                .hasStatusOk()
                .bodyText()
                .contains("\"contactLimit\":500");
        assertThat(call(HttpMethod.PATCH, "/" + id, "{\"contactLimit\": 7}"))
                .hasStatusOk()
                .bodyText()
                .contains("\"contactLimit\":7");
        assertThat(call(HttpMethod.PATCH, "/" + id, "{\"contactLimit\": null}"))
                .hasStatusOk()
                .bodyText()
                .contains("\"contactLimit\":null");
        assertThat(call(HttpMethod.PATCH, "/" + id, "{\"contactLimit\": -1}")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(call(HttpMethod.PATCH, "/" + id, "{\"state\": \"active\"}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("There is no such field.");
    }

    @Test
    void takesALimitBelowWhatTheSpaceHoldsAndSaysSoInItsReference() {
        String id = idIn(add("{\"name\": \"Bakery\", \"primaryLanguage\": \"de\"}"));
        jdbc.sql("UPDATE space SET contacts = 12 WHERE id = CAST(:id AS uuid)")
                .param("id", id)
                .update();

        assertThat(call(HttpMethod.PATCH, "/" + id, "{\"contactLimit\": 7}"))
                .hasStatusOk()
                .bodyText()
                .contains("\"contacts\":12", "\"contactLimit\":7");
        assertThat(mvc.get().uri("/api/openapi.json"))
                .bodyText()
                .contains("A limit below the number of contacts is taken: they stay, and none can be added");
    }

    @Test
    void renamesToWhatNoOtherSpaceIsCalled() {
        String id = idIn(add("{\"name\": \"Bakery\", \"primaryLanguage\": \"de\", \"contactLimit\": 500}"));
        add("{\"name\": \"Butcher\", \"primaryLanguage\": \"de\"}");

        assertThat(call(HttpMethod.PATCH, "/" + id, "{\"name\": \"BAKERY\"}"))
                .hasStatusOk()
                .bodyText()
                .contains("\"name\":\"BAKERY\"", "\"contactLimit\":500");
        assertThat(call(HttpMethod.PATCH, "/" + id, "{\"name\": \"butcher\"}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"field\":\"name\"", "has this name already");
        assertThat(call(HttpMethod.PATCH, "/" + id, "{\"name\": null}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"field\":\"name\"");
    }

    @Test
    void changesNothingWhenAPartOfItIsWrong() {
        String id = idIn(add("{\"name\": \"Bakery\", \"primaryLanguage\": \"de\", \"contactLimit\": 500}"));

        assertThat(call(HttpMethod.PATCH, "/" + id, "{\"name\": \"Corner\", \"contactLimit\": 0}"))
                .hasStatus(HttpStatus.BAD_REQUEST);

        assertThat(call(HttpMethod.GET, "/" + id, null))
                .bodyText()
                .contains("\"name\":\"Bakery\"", "\"contactLimit\":500");
    }

    @Test
    void cancelsOnlyBySpellingTheNameAndRestores() {
        String id = idIn(add("{\"name\": \"Bakery\", \"primaryLanguage\": \"de\"}"));

        assertThat(call(HttpMethod.POST, "/" + id + "/cancel", "{\"confirmation\": \"Shop\"}"))
                .hasStatus(HttpStatus.BAD_REQUEST)
                .bodyText()
                .contains("\"field\":\"confirmation\"");
        assertThat(call(HttpMethod.POST, "/" + id + "/cancel", "{\"confirmation\": \"Bakery\"}"))
                .hasStatusOk()
                .bodyText()
                .contains("\"state\":\"cancelled\"");
        assertThat(call(HttpMethod.POST, "/" + id + "/suspend", null))
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .contains("urn:problem-type:conflict", "Only an active Space can be suspended.");
        assertThat(call(HttpMethod.POST, "/" + id + "/restore", null))
                .hasStatusOk()
                .bodyText()
                .contains("\"state\":\"waiting-for-domain\"");
    }

    @Test
    void listsPageByPage() {
        for (int i = 0; i < 5; i++) {
            add("{\"name\": \"Space " + i + "\", \"primaryLanguage\": \"en\"}");
        }

        JsonNode first = bodyOf(call(HttpMethod.GET, "?limit=2", null));
        JsonNode second = bodyOf(
                call(HttpMethod.GET, "?limit=2&after=" + first.get("next").asString(), null));
        JsonNode third = bodyOf(
                call(HttpMethod.GET, "?limit=2&after=" + second.get("next").asString(), null));

        assertThat(first.findValuesAsString("name")).containsExactly("Space 0", "Space 1");
        assertThat(second.findValuesAsString("name")).containsExactly("Space 2", "Space 3");
        assertThat(third.findValuesAsString("name")).containsExactly("Space 4");
        assertThat(third.get("next").isNull()).isTrue();
        assertThat(call(HttpMethod.GET, "?limit=0", null)).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(call(HttpMethod.GET, "?limit=many", null)).hasStatus(HttpStatus.BAD_REQUEST);
    }

    @Test
    void showsNothingOfAnotherReseller() {
        String id = idIn(add("{\"name\": \"Bakery\", \"primaryLanguage\": \"de\"}"));
        key = programs.keyOf(people.activeReseller(), ApiScope.SPACES_WRITE);

        assertThat(call(HttpMethod.GET, "/" + id, null)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(call(HttpMethod.PATCH, "/" + id, "{\"contactLimit\": 7}")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(call(HttpMethod.POST, "/" + id + "/cancel", "{\"confirmation\": \"Bakery\"}"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(call(HttpMethod.GET, "/nonsense", null)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(bodyOf(call(HttpMethod.GET, "", null)).get("items").size()).isZero();
        assertThat(bodyOf(call(HttpMethod.GET, "?after=" + id, null))
                        .get("items")
                        .size())
                .isZero();
    }

    private MvcTestResult add(String body) {
        return call(HttpMethod.POST, "", body);
    }

    private MvcTestResult call(HttpMethod method, String path, @Nullable String body) {
        var request = mvc.method(method).uri(PATH + path).with(Programs.with(key));
        return (body == null ? request : request.contentType("application/json").content(body)).exchange();
    }

    private String idIn(MvcTestResult result) {
        return Objects.requireNonNull(bodyOf(result).get("id")).asString();
    }

    private JsonNode bodyOf(MvcTestResult result) {
        return json.readTree(assertThat(result).bodyText().actual());
    }
}
