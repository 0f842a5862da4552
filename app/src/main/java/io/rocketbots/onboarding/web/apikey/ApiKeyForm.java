package io.rocketbots.onboarding.web.apikey;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form Create Key as it was typed.
 *
 * @param faults a sentence by field name
 */
public record ApiKeyForm(String name, List<String> scopes, Map<String, String> faults) {

    static final ApiKeyForm EMPTY = new ApiKeyForm("", List.of(), Map.of());

    /** The sentence about that field; null when there is none. */
    public @Nullable String fault(String field) {
        return faults.get(field);
    }
}
