package io.rocketbots.onboarding.web.problem;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What did not work, as <a href="https://www.rfc-editor.org/rfc/rfc9457">RFC 9457</a> tells it.
 *
 * @param type the kind of problem, for programs
 * @param errors what is wrong with which field; null when no field is
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable List<FieldError> errors) {

    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * What is wrong with one field.
     *
     * @param field its name in the request, with dots and brackets for what lies deeper: {@code owners[1]}
     */
    public record FieldError(String field, String detail) {}

    static Problem of(ProblemType type) {
        return of(type, type.detail());
    }

    static Problem of(ProblemType type, String detail) {
        return new Problem(type.uri(), type.title(), type.status(), detail, null);
    }

    static Problem ofFields(Map<String, String> faults) {
        List<FieldError> errors = faults.entrySet().stream()
                .map(fault -> new FieldError(fault.getKey(), fault.getValue()))
                .toList();
        ProblemType type = ProblemType.INVALID_FIELDS;
        return new Problem(type.uri(), type.title(), type.status(), type.detail(), errors);
    }
}
