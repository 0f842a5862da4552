package io.rocketbots.onboarding.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What somebody filled into a form, checked: the values that count, what is wrong with the others, and what was typed
 * so that it survives errors. The values of fields that do not apply, are read-only or unknown are not in it.
 *
 * @param values by key; {@code String}, {@code BigDecimal}, {@code Boolean}, {@code LocalDate} or {@code List<String>};
 *     fields left empty are missing, check boxes never are
 * @param errors by key, in the order of the form; each says what to do
 * @param typed by key, cleaned of blanks around it
 */
public record Answers(Map<String, Object> values, Map<String, String> errors, Map<String, List<String>> typed) {

    public Answers {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        errors = Collections.unmodifiableMap(new LinkedHashMap<>(errors));
        typed = Collections.unmodifiableMap(new LinkedHashMap<>(typed));
    }

    /** Whether nothing is wrong; only then are the values complete. */
    public boolean isValid() {
        return errors.isEmpty();
    }

    /** The text or chosen option; null when the field was left empty or does not apply. */
    public @Nullable String text(String key) {
        return (String) values.get(key);
    }

    /** The text or chosen option of a field that cannot be empty in valid answers. */
    public String required(String key) {
        return (String) existing(key);
    }

    public @Nullable BigDecimal number(String key) {
        return (BigDecimal) values.get(key);
    }

    /** The whole number in a field that cannot be empty in valid answers. */
    public int wholeNumber(String key) {
        return ((BigDecimal) existing(key)).intValueExact();
    }

    public @Nullable LocalDate date(String key) {
        return (LocalDate) values.get(key);
    }

    /** The ticked options of a checklist. */
    @SuppressWarnings("unchecked")
    public List<String> chosen(String key) {
        return (List<String>) values.getOrDefault(key, List.of());
    }

    /**
     * The same with one more rule for a text, which is only asked when nothing else is wrong with it.
     *
     * @param rule says what is wrong, in a sentence for the one who typed it
     */
    public Answers checked(String key, Function<String, Optional<String>> rule) {
        String text = text(key);
        Optional<String> fault = text == null ? Optional.empty() : rule.apply(text);
        if (fault.isEmpty()) {
            return this;
        }
        Map<String, Object> others = new LinkedHashMap<>(values);
        others.remove(key);
        Map<String, String> inOrder = new LinkedHashMap<>();
        for (String field : typed.keySet()) {
            String error = field.equals(key) ? fault.get() : errors.get(field);
            if (error != null) {
                inOrder.put(field, error);
            }
        }
        return new Answers(others, inOrder, typed);
    }

    private Object existing(String key) {
        Object value = values.get(key);
        if (value == null) {
            throw new IllegalStateException("There is no answer for \"" + key + "\".");
        }
        return value;
    }
}
