package io.rocketbots.onboarding.web.api;

import com.google.re2j.Pattern;
import io.rocketbots.onboarding.integration.apikey.ApiScope;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The OpenAPI document: what springdoc reads from the controllers, with the words and examples of {@code
 * api/reference.json} and the scopes that the calls need. A test plays every example against the API.
 */
@Component
class ApiReference {

    private static final TypeReference<List<Entry>> ENTRIES = new TypeReference<>() {};
    private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+):[^}]+}");
    private static final String IDEMPOTENCY = "Idempotency-Key";

    private final OpenApiWebMvcResource springdoc;
    private final RequestMappingHandlerMapping mappings;
    private final JsonMapper json;
    private final List<Entry> entries;

    ApiReference(
            OpenApiWebMvcResource springdoc,
            @Qualifier("requestMappingHandlerMapping") RequestMappingHandlerMapping mappings,
            JsonMapper json)
            throws IOException {
        this.springdoc = springdoc;
        this.mappings = mappings;
        this.json = json;
        try (InputStream file = new ClassPathResource("api/reference.json").getInputStream()) {
            this.entries = json.readValue(file, ENTRIES);
        }
    }

    /**
     * What the file says of one call.
     *
     * @param request an example of its body; null when it has none
     * @param status of the answer in the example
     * @param response an example of the answer's body; null when it has none
     */
    record Entry(
            String call,
            String summary,
            String about,
            @Nullable JsonNode request,
            int status,
            @Nullable JsonNode response) {

        String method() {
            return call.substring(0, call.indexOf(' '));
        }

        String path() {
            return call.substring(call.indexOf(' ') + 1);
        }
    }

    /** Every call, in the order in which one reads them. */
    List<Entry> entries() {
        return entries;
    }

    /** What a key needs for each call, by "GET /api/v1/...". */
    Map<String, String> scopes() {
        Map<String, String> scopes = new LinkedHashMap<>();
        mappings.getHandlerMethods().forEach((mapping, handler) -> {
            Needs needs = handler.getMethodAnnotation(Needs.class);
            if (needs != null) {
                mapping.getPatternValues()
                        .forEach(pattern -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> scopes.put(method + " " + plain(pattern), words(needs))));
            }
        });
        return scopes;
    }

    /** The document for the platform that was asked. */
    ObjectNode document(HttpServletRequest request) throws IOException {
        byte[] raw = Objects.requireNonNull(springdoc.openapiJson(request, "/api/openapi.json", Locale.ENGLISH));
        ObjectNode document = (ObjectNode) json.readTree(raw);
        ObjectNode info = document.putObject("info");
        info.put("title", "Reseller API");
        info.put("version", "1");
        info.put("description", "What a reseller does in the Reseller Module, for its own programs.");
        document.putArray("servers").addObject().put("url", "/");
        document.putArray("security").addObject().putArray("key");
        ObjectNode components = document.withObject("/components");
        ObjectNode key = components.withObject("/securitySchemes").putObject("key");
        key.put("type", "http").put("scheme", "bearer").put("description", "A key made in the section API Keys.");
        Map<String, String> scopes = scopes();
        entries.forEach(
                entry -> describe(document, entry, Objects.requireNonNull(scopes.get(entry.call()), entry.call())));
        return document;
    }

    private void describe(ObjectNode document, Entry entry, String scope) {
        ObjectNode paths = (ObjectNode) document.get("paths");
        ObjectNode path =
                paths.get(entry.path()) instanceof ObjectNode present ? present : paths.putObject(entry.path());
        String method = entry.method().toLowerCase(Locale.ROOT);
        ObjectNode operation = path.get(method) instanceof ObjectNode present ? present : path.putObject(method);
        operation.put("summary", entry.summary());
        operation.put("description", entry.about() + " " + scope);
        if (entry.method().equals("POST")) {
            operation
                    .withArray("parameters")
                    .addObject()
                    .put("name", IDEMPOTENCY)
                    .put("in", "header")
                    .put("description", "Sent again with the same key, the call is done once. Kept for 24 hours.")
                    .putObject("schema")
                    .put("type", "string")
                    .put("maxLength", 255);
        }
        if (entry.request() != null && operation.get("requestBody") instanceof ObjectNode body) {
            body.get("content").forEach(content -> ((ObjectNode) content).set("example", entry.request()));
        }
        ObjectNode responses = operation.putObject("responses");
        ObjectNode answer = responses.putObject(Integer.toString(entry.status()));
        answer.put("description", "It worked.");
        if (entry.response() != null) {
            answer.putObject("content").putObject("application/json").set("example", entry.response());
        }
        responses
                .putObject("default")
                .put("description", "It did not; type and status say why, errors name the fields.")
                .putObject("content")
                .putObject("application/problem+json")
                .putObject("schema")
                .put("type", "object");
    }

    private static String words(Needs needs) {
        return needs.value().length == 0
                ? "Needs any key."
                : "Needs " + Arrays.stream(needs.value()).map(ApiScope::id).collect(Collectors.joining(", ")) + ".";
    }

    /** A path without the expressions that its variables must match. */
    private static String plain(String pattern) {
        return VARIABLE.matcher(pattern).replaceAll("{$1}");
    }
}
