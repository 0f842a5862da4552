package io.rocketbots.onboarding.web.webhook;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form Add Endpoint as it was typed.
 *
 * @param faults a sentence by field name
 */
public record EndpointForm(String url, List<String> events, Map<String, String> faults) {

    static final EndpointForm EMPTY = new EndpointForm("", List.of(), Map.of());

    /** The sentence about that field; null when there is none. */
    public @Nullable String fault(String field) {
        return faults.get(field);
    }
}
