package io.rocketbots.onboarding.engine;

import tools.jackson.databind.json.JsonMapper;

/**
 * Variables as JSON: instants and durations as ISO 8601 text, and nulls written out, since a null empties a variable.
 */
final class VariableJson {

    private final JsonMapper mapper = JsonMapper.builder().build();

    <T> T read(String json, Class<T> type) {
        return mapper.readValue(json, type);
    }

    String write(Object variables) {
        return mapper.writeValueAsString(variables);
    }
}
