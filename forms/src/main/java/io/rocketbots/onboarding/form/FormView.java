package io.rocketbots.onboarding.form;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A form as it is to be shown once: with which values, errors and extras. It holds the fields only; the page around it
 * owns the {@code form} element, the CSRF token and the buttons.
 *
 * @param values what stands in the fields, by key; fields without an entry show their default
 * @param variables what expressions may read besides the form's values, such as {@code caseUrl}
 * @param idPrefix goes before every id, for pages with two forms
 * @param refreshUrl when given, fields that do not apply are left out, and a change of a field that others depend on
 *     posts the form there with htmx, to be answered with the fields rendered anew; when null, every field is shown and
 *     the server alone decides which count, so that it works with scripts off
 * @param attributes more attributes for a field's control, by key
 */
public record FormView(
        Form form,
        Map<String, List<String>> values,
        Map<String, String> errors,
        Map<String, Object> variables,
        String idPrefix,
        @Nullable String refreshUrl,
        Map<String, Map<String, String>> attributes) {

    private static final Pattern ID_PREFIX = Pattern.compile("([A-Za-z][A-Za-z0-9_-]*)?");
    private static final Pattern ATTRIBUTE = Pattern.compile("[A-Za-z][A-Za-z0-9:._-]*");

    public FormView {
        values = Map.copyOf(values);
        errors = Map.copyOf(errors);
        variables = Map.copyOf(variables);
        attributes = Map.copyOf(attributes);
        if (!ID_PREFIX.matcher(idPrefix).matches()) {
            throw new IllegalArgumentException("\"" + idPrefix + "\" cannot begin an id.");
        }
    }

    /** The form as nobody has filled it in yet. */
    public static FormView of(Form form) {
        return new FormView(form, Map.of(), Map.of(), Map.of(), "", null, Map.of());
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
        return new FormView(form, texts, errors, variables, idPrefix, refreshUrl, attributes);
    }

    /** With what was typed and what is wrong with it. */
    public FormView withAnswers(Answers answers) {
        return new FormView(form, answers.typed(), answers.errors(), variables, idPrefix, refreshUrl, attributes);
    }

    /** With what was typed so far and nothing said about it: the answer to a refresh. */
    public FormView withTyped(Answers answers) {
        return new FormView(form, answers.typed(), Map.of(), variables, idPrefix, refreshUrl, attributes);
    }

    /** With what expressions may read besides the form's values; entries that are null are left out. */
    public FormView withVariables(Map<String, ? extends @Nullable Object> known) {
        Map<String, Object> more = new HashMap<>(variables);
        known.forEach((name, value) -> {
            if (value != null) {
                more.put(name, value);
            }
        });
        return new FormView(form, values, errors, more, idPrefix, refreshUrl, attributes);
    }

    public FormView withIdPrefix(String prefix) {
        return new FormView(form, values, errors, variables, prefix, refreshUrl, attributes);
    }

    public FormView withRefreshUrl(String url) {
        return new FormView(form, values, errors, variables, idPrefix, url, attributes);
    }

    /** With one more attribute on the control of a field. */
    public FormView withAttribute(String key, String name, String value) {
        if (!ATTRIBUTE.matcher(name).matches()) {
            throw new IllegalArgumentException("\"" + name + "\" is no name of an attribute.");
        }
        Map<String, String> ofField = new HashMap<>(attributes.getOrDefault(key, Map.of()));
        ofField.put(name, value);
        Map<String, Map<String, String>> all = new HashMap<>(attributes);
        all.put(key, Map.copyOf(ofField));
        return new FormView(form, values, errors, variables, idPrefix, refreshUrl, all);
    }
}
