package io.rocketbots.onboarding.form;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One component of a form: something people answer, or something they only see.
 *
 * @param key the name of the answer; the id for components that ask nothing
 * @param label the label, or the words of a text
 * @param defaults what stands in the field before anybody typed
 */
public record Field(
        FieldKind kind,
        String id,
        String key,
        Formula label,
        Formula description,
        Rules rules,
        Formula hide,
        Formula readOnly,
        boolean disabled,
        List<Option> options,
        List<String> defaults,
        Layout layout,
        Hints hints) {

    public Field {
        options = List.copyOf(options);
        defaults = List.copyOf(defaults);
    }

    /** Whether other answers decide if it is shown. */
    public boolean isConditional() {
        return hide != Formula.NONE;
    }

    /** One choice of a select, radio group or checklist. */
    public record Option(String label, String value) {}

    /** What an answer must be; formulas that say nothing do not limit. */
    public record Rules(
            boolean required,
            Formula minLength,
            Formula maxLength,
            Formula min,
            Formula max,
            @Nullable Pattern pattern,
            @Nullable Format format,
            @Nullable Integer decimalDigits,
            @Nullable BigDecimal increment) {

        static final Rules NONE =
                new Rules(false, Formula.NONE, Formula.NONE, Formula.NONE, Formula.NONE, null, null, null, null);
    }

    /** The formats that a text field can ask for by name. */
    public enum Format {
        EMAIL,
        PHONE
    }

    /**
     * Where the component stands.
     *
     * @param row components of one row stand side by side where there is room
     * @param columns of 16; null shares what is left
     */
    public record Layout(String row, @Nullable Integer columns) {}

    /**
     * What the browser is told about the field, and our own words for a wrong answer. Tasklist ignores these.
     *
     * @param error says what to do when the answer is missing or has the wrong form
     */
    public record Hints(
            @Nullable String autocomplete,
            @Nullable String inputmode,
            @Nullable String error) {}
}
