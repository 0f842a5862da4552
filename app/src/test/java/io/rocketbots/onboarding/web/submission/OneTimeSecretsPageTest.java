package io.rocketbots.onboarding.web.submission;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.web.WholeApp;
import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A secret that is shown once is shown to whoever made it, however often they pressed, and lies nowhere readable. */
// Its tokens are real: the filter that makes them is left to no test that replaces it.
@DirtiesContext(classMode = DirtiesContext.ClassMode.BEFORE_CLASS)
@WholeApp
class OneTimeSecretsPageTest {

    private static final Pattern SECRET = Pattern.compile("<code id=\"new-api-key\">(key_[\\w-]{43})</code>");

    @Autowired
    ApplicationContext context;

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void everyPressShowsTheOneKeyThatWasMade() throws Exception {
        Scene scene = new Scene(context);
        List<Cookie> flashes = pressTwice(scene);

        String first = secretIn(module(scene.asReseller(), flashes.get(0)));
        assertThat(secretIn(module(scene.asReseller(), flashes.get(1)))).isEqualTo(first);
        assertThat(scene.find("SELECT COUNT(*) FROM api_key WHERE reseller_id = :reseller"))
                .isEqualTo("1");
    }

    @Test
    void theKeyLiesNeitherInTheSessionNorBesideThePress() throws Exception {
        Scene scene = new Scene(context);
        Cookie flash = pressTwice(scene).getFirst();
        String secret = secretIn(module(scene.asReseller(), flash));

        List<byte[]> kept = new ArrayList<>(jdbc.sql("SELECT attribute_bytes FROM spring_session_attributes")
                .query(byte[].class)
                .list());
        kept.addAll(jdbc.sql("SELECT answer FROM press WHERE answer IS NOT NULL")
                .query(byte[].class)
                .list());
        assertThat(kept)
                .isNotEmpty()
                .noneMatch(bytes -> new String(bytes, StandardCharsets.ISO_8859_1).contains(secret));
        assertThat(flash.getValue()).doesNotContain(secret);
        assertThat(flash.isHttpOnly()).isTrue();
    }

    @Test
    void nobodyElseReadsIt() throws Exception {
        Scene scene = new Scene(context);
        Cookie flash = pressTwice(scene).getFirst();
        Cookie changed = new Cookie("flash", "A" + flash.getValue().substring(1));

        assertThat(module(new Scene(context).asReseller(), flash)).doesNotContain("new-api-key");
        assertThat(module(scene.asReseller(), changed)).doesNotContain("new-api-key");
        assertThat(module(scene.asReseller(), new Cookie("flash", "%%%"))).doesNotContain("new-api-key");
    }

    private List<Cookie> pressTwice(Scene scene) throws Exception {
        Sent sent = Objects.requireNonNull(new Recipes().all().get("POST /reseller/api-keys"))
                .apply(scene);
        Scene.Form form = scene.form(sent.host());
        Callable<Cookie> press = () -> Objects.requireNonNull(mvc.perform(sent.request(form.csrf(), form.token()))
                .andReturn()
                .getResponse()
                .getCookie("flash"));
        try (ExecutorService hands = Executors.newFixedThreadPool(2)) {
            List<Future<Cookie>> presses = List.of(hands.submit(press), hands.submit(press));
            return List.of(presses.get(0).get(), presses.get(1).get());
        }
    }

    private String module(Cookie session, Cookie flash) throws Exception {
        return mvc.perform(
                        MockMvcRequestBuilders.get("http://localhost/reseller").cookie(session, flash))
                .andReturn()
                .getResponse()
                .getContentAsString();
    }

    private static String secretIn(String page) {
        Matcher shown = SECRET.matcher(page);
        assertThat(shown.find()).isTrue();
        return shown.group(1);
    }
}
