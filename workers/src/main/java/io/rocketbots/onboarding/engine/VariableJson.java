package io.rocketbots.onboarding.engine;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Variables as JSON: instants and durations as ISO 8601 text, and nulls written out, since a null empties a variable.
 */
final class VariableJson {

    /** What a case is known by; where a model has one of them, it holds a UUID. */
    static final List<String> IDS =
            List.of("applicationId", "resellerId", "domainId", "spaceId", "invitationId", "offboardingId");

    private final JsonMapper mapper = JsonMapper.builder().build();

    <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    Map<String, @Nullable Object> read(String json) {
        return mapper.readValue(json, new TypeReference<HashMap<String, @Nullable Object>>() {});
    }

    String write(Object variables) {
        return mapper.writeValueAsString(variables);
    }

    /** Those of the {@link #IDS} that are set, by name. */
    Map<String, String> ids(String json) {
        JsonNode variables = mapper.readTree(json);
        Map<String, String> ids = new LinkedHashMap<>();
        for (String name : IDS) {
            JsonNode id = variables.path(name);
            if (id.isString()) {
                ids.put(name, id.stringValue());
            }
        }
        return ids;
    }
}
