package io.rocketbots.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.local.sample.SampleAccounts;
import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.BufferingClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** Somebody who opens pages and sends their forms as a browser without scripts does: with cookies and CSRF token. */
final class Visitor {

    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final RestClient http;
    private final URI baseUrl;

    Visitor(URI baseUrl) {
        this(baseUrl, HttpClient.newBuilder());
    }

    /** Somebody who gets to that address in a way of their own, such as through a proxy. */
    Visitor(URI baseUrl, HttpClient.Builder way) {
        this.baseUrl = baseUrl;
        HttpClient client = way.cookieHandler(new CookieManager())
                .followRedirects(Redirect.NORMAL)
                .build();
        this.http = RestClient.builder()
                // Says how long a form with files is, as browsers do.
                .requestFactory(new BufferingClientHttpRequestFactory(new JdkClientHttpRequestFactory(client)))
                .defaultStatusHandler(status -> true, (request, response) -> {})
                .build();
    }

    /** A reviewer of local mode who has signed in. */
    static Visitor reviewer(URI baseUrl) {
        Visitor reviewer = new Visitor(baseUrl);
        reviewer.signIn("reviewer@rocketbots.localhost", SampleAccounts.PASSWORD);
        return reviewer;
    }

    /** A team lead of local mode who has signed in. */
    static Visitor lead(URI baseUrl) {
        Visitor lead = new Visitor(baseUrl);
        lead.signIn("lead@rocketbots.localhost", SampleAccounts.PASSWORD);
        return lead;
    }

    void signIn(String email, String password) {
        String page = send("/sign-in", "/sign-in", Map.of("email", email, "password", password));
        assertThat(page).as("the page after signing in").contains("/sign-out");
    }

    /** The page at that path or address, which must be there. */
    String open(String path) {
        ResponseEntity<String> answer =
                http.get().uri(baseUrl.resolve(path)).retrieve().toEntity(String.class);
        return page("GET " + path, answer);
    }

    /** Fills a form of that page in, sends it to its address and returns the page one gets to. */
    String send(String page, String address, Map<String, String> fields) {
        return post(page, address, fields);
    }

    /** The same with pictures beside the fields, by the names of their fields. */
    String send(String page, String address, Map<String, String> fields, Map<String, byte[]> pictures) {
        Map<String, Object> all = new HashMap<>(fields);
        pictures.forEach((field, content) -> all.put(field, new ByteArrayResource(content) {
            @Override
            public String getFilename() {
                return field + ".png";
            }
        }));
        return post(page, address, all);
    }

    private String post(String page, String address, Map<String, ?> fields) {
        Matcher token = CSRF.matcher(open(page));
        assertThat(token.find()).as("a form in the page %s", page).isTrue();
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        fields.forEach(form::add);
        form.add("_csrf", token.group(1));
        ResponseEntity<String> answer =
                http.post().uri(baseUrl.resolve(address)).body(form).retrieve().toEntity(String.class);
        return page("POST " + address, answer);
    }

    /** The same for a form with files. */
    String upload(String page, String address, Map<String, String> fields, Map<String, Resource> files) {
        Matcher token = CSRF.matcher(open(page));
        assertThat(token.find()).as("a form in the page %s", page).isTrue();
        MultiValueMap<String, Object> form = new LinkedMultiValueMap<>();
        form.add("_csrf", token.group(1));
        fields.forEach(form::add);
        files.forEach(form::add);
        ResponseEntity<String> answer = http.post()
                .uri(baseUrl.resolve(address))
                .contentType(MediaType.MULTIPART_FORM_DATA)
                .body(form)
                .retrieve()
                .toEntity(String.class);
        return page("POST " + address, answer);
    }

    private static String page(String request, ResponseEntity<String> answer) {
        assertThat(answer.getStatusCode().value())
                .as("the answer to %s: %s", request, answer.getBody())
                .isEqualTo(200);
        String body = answer.getBody();
        return body == null ? "" : body;
    }
}
