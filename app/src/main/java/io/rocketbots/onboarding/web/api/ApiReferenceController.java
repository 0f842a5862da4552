package io.rocketbots.onboarding.web.api;

import com.google.common.base.CharMatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ResponseBody;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The API Reference, for people and for programs. */
@Controller
class ApiReferenceController {

    private static final CharMatcher LETTER_OR_DIGIT =
            CharMatcher.inRange('a', 'z').or(CharMatcher.inRange('0', '9'));

    private final ApiReference reference;
    private final JsonMapper json;

    ApiReferenceController(ApiReference reference, JsonMapper json) {
        this.reference = reference;
        this.json = json;
    }

    @GetMapping(path = "/api/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    @ResponseBody
    ObjectNode document(HttpServletRequest request) throws IOException {
        return reference.document(request);
    }

    /** One call as the page shows it. */
    public record Call(
            String anchor,
            String method,
            String path,
            String summary,
            String about,
            String scope,
            int status,
            String request,
            String response) {}

    @GetMapping("/api/docs")
    String page(Model model) {
        Map<String, String> scopes = reference.scopes();
        model.addAttribute(
                "calls",
                reference.entries().stream()
                        .map(entry -> new Call(
                                LETTER_OR_DIGIT
                                        .negate()
                                        .collapseFrom(entry.call().toLowerCase(Locale.ROOT), '-'),
                                entry.method(),
                                entry.path(),
                                entry.summary(),
                                entry.about(),
                                scopes.getOrDefault(entry.call(), ""),
                                entry.status(),
                                pretty(entry.request()),
                                pretty(entry.response())))
                        .toList());
        return "api/docs";
    }

    private String pretty(@Nullable JsonNode example) {
        return example == null ? "" : json.writerWithDefaultPrettyPrinter().writeValueAsString(example);
    }
}
