package io.rocketbots.onboarding.web.submission;

import jakarta.servlet.http.Cookie;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/**
 * What a button sends: a form of somebody with a session, or a call of a program with a key.
 *
 * @param who the session, if anybody is signed in
 * @param key of the API; a form has none
 */
record Sent(
        String host,
        HttpMethod method,
        String path,
        Map<String, String> fields,
        @Nullable String json,
        @Nullable MockMultipartFile file,
        @Nullable Cookie who,
        @Nullable String key) {

    static Sent form(@Nullable Cookie who, String path, String... fields) {
        Map<String, String> named = new LinkedHashMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            named.put(fields[i], fields[i + 1]);
        }
        return new Sent("localhost", HttpMethod.POST, path, named, null, null, who, null);
    }

    Sent with(MockMultipartFile upload) {
        return new Sent(host, method, path, fields, json, upload, who, key);
    }

    Sent on(String domain) {
        return new Sent(domain, method, path, fields, json, file, who, key);
    }

    static Sent call(String key, HttpMethod method, String path, @Nullable String json) {
        return new Sent("localhost", method, "/api/v1" + path, Map.of(), json, null, null, key);
    }

    boolean isForm() {
        return key == null;
    }

    AbstractMockHttpServletRequestBuilder<?> request(@Nullable Cookie csrf, String token) {
        URI address = URI.create("http://" + host + path);
        AbstractMockHttpServletRequestBuilder<?> request = file == null
                ? MockMvcRequestBuilders.request(method, address)
                : MockMvcRequestBuilders.multipart(address).file(file);
        fields.forEach((name, value) -> request.param(name, value));
        List<Cookie> cookies = new ArrayList<>();
        if (csrf != null) {
            cookies.add(csrf);
            request.param("_csrf", token);
        }
        if (who != null) {
            cookies.add(who);
        }
        if (!cookies.isEmpty()) {
            request.cookie(cookies.toArray(Cookie[]::new));
        }
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
            request.header("If-Match", "*");
        }
        if (json != null) {
            request.contentType(json.startsWith("{") ? "application/json" : "image/svg+xml")
                    .content(json);
        }
        return request;
    }
}
