package io.rocketbots.onboarding.form;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is to be shown once: with which values and errors. It holds the fields only; the page around it owns the
 * {@code form} element, the CSRF token and the buttons. Questions that may not apply are shown, and the server alone
 * decides which count, so that it works with scripts off.
 *
 * @param values what stands in the fields, by key; fields without an entry show their default
 * @param variables what expressions may read besides the form's values, such as {@code caseUrl}
 */
public record FormView(
        Form form, Map<String, List<String>> values, Map<String, String> errors, Map<String, Object> variables) {

    public FormView {
        values = Map.copyOf(values);
        errors = Map.copyOf(errors);
        variables = Map.copyOf(variables);
    }

    /** The form as nobody has filled it in yet. */
    public static FormView of(Form form) {
        return new FormView(form, Map.of(), Map.of(), Map.of());
    }

    /** With what is known already; entries that are null are left out. */
    public FormView withValues(Map<String, ? extends @Nullable Object> known) {
        Map<String, List<String>> texts = new HashMap<>(values);
        known.forEach((key, value) -> {
            if (value instanceof Collection<?> several) {
                texts.put(key, several.stream().map(String::valueOf).toList());
            } else if (value != null) {
                texts.put(key, List.of(value.toString()));
            }
        });
        return new FormView(form, texts, errors, variables);
    }

    /** With what was typed and what is wrong with it. */
    public FormView withAnswers(Answers answers) {
        return new FormView(form, answers.typed(), answers.errors(), variables);
    }

    /** With what expressions may read besides the form's values; entries that are null are left out. */
    public FormView withVariables(Map<String, ? extends @Nullable Object> known) {
        Map<String, Object> more = new HashMap<>(variables);
        known.forEach((name, value) -> {
            if (value != null) {
                more.put(name, value);
            }
        });
        return new FormView(form, values, errors, more);
    }
}
