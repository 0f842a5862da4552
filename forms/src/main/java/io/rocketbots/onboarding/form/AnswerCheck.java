package io.rocketbots.onboarding.form;

import com.google.re2j.Pattern;
import io.rocketbots.onboarding.form.Field.Format;
import io.rocketbots.onboarding.form.Field.Option;
import io.rocketbots.onboarding.form.Field.Rules;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Checks posted values by the rules of the form, which are those that Tasklist applies in the browser. */
final class AnswerCheck {
    /** E.164 behind + or 00; form-js knows the same form with a list of countries. */
    private static final Pattern PHONE = Pattern.compile("(?:\\+|00)[1-9][0-9]{5,14}");

    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(?:\\.[0-9]{1,10})?");

    private final Form form;
    private final Map<String, ? extends @Nullable Object> variables;

    /** How long what was posted is, by key, where it is longer than anything its kind of field takes. */
    private final Map<String, Integer> oversized = new HashMap<>();

    AnswerCheck(Form form, Map<String, ? extends @Nullable Object> variables) {
        this.form = form;
        this.variables = variables;
    }

    Answers check(Map<String, List<String>> posted) {
        Map<String, List<String>> typed = new LinkedHashMap<>();
        form.fields().stream()
                .filter(field -> field.kind().asks())
                .forEach(field -> typed.put(field.key(), cleaned(field, posted.getOrDefault(field.key(), List.of()))));
        Set<String> hidden = hidden(form, typed, variables);
        Map<String, @Nullable Object> context = context(form, typed, variables, hidden);
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, String> errors = new LinkedHashMap<>();
        for (Field field : form.fields()) {
            if (!field.kind().asks()
                    || hidden.contains(field.key())
                    || field.disabled()
                    || field.readOnly().isTrue(context)) {
                continue;
            }
            List<String> answer = typed.getOrDefault(field.key(), List.of());
            Optional<String> wrong = wrong(field, answer, context);
            if (wrong.isPresent()) {
                errors.put(field.key(), wrong.get());
            } else {
                Object value = value(field, answer);
                if (value != null) {
                    values.put(field.key(), value);
                }
            }
        }
        return new Answers(values, errors, typed);
    }

    /**
     * The keys of what is not shown. What a hidden field holds counts as empty for the others, as in form-js; a field
     * once hidden stays so, which ends the search also when two fields hide each other.
     */
    static Set<String> hidden(
            Form form, Map<String, List<String>> typed, Map<String, ? extends @Nullable Object> variables) {
        Set<String> hidden = new HashSet<>();
        int before;
        do {
            before = hidden.size();
            Map<String, @Nullable Object> context = context(form, typed, variables, hidden);
            form.fields().stream()
                    .filter(field -> field.hide().isTrue(context))
                    .forEach(field -> hidden.add(field.key()));
        } while (hidden.size() > before);
        return hidden;
    }

    /** What expressions read: the variables, and over them the form's own values, null where there is none. */
    static Map<String, @Nullable Object> context(
            Form form,
            Map<String, List<String>> typed,
            Map<String, ? extends @Nullable Object> variables,
            Set<String> hidden) {
        Map<String, @Nullable Object> context = new HashMap<>(variables);
        for (Field field : form.fields()) {
            if (field.kind().asks()) {
                context.put(
                        field.key(),
                        hidden.contains(field.key()) ? null : value(field, typed.getOrDefault(field.key(), List.of())));
            }
        }
        return context;
    }

    /** Nothing is looked at that is longer than the kind of field takes, nor more values than it has. */
    private List<String> cleaned(Field field, List<String> posted) {
        int longest = field.kind().longest();
        int most = field.kind() == FieldKind.CHECKLIST ? field.options().size() + 1 : 1;
        Set<String> cleaned = new LinkedHashSet<>();
        for (String value : posted) {
            if (cleaned.size() == most) {
                break;
            }
            boolean fits = value.length() <= longest;
            if (!fits) {
                oversized.putIfAbsent(field.key(), value.length());
            }
            String tidied = TypedText.tidied(fits ? value : value.substring(0, longest));
            if (!tidied.isEmpty()) {
                cleaned.add(tidied);
            }
        }
        return List.copyOf(cleaned);
    }

    private static @Nullable Object value(Field field, List<String> answer) {
        if (field.kind() == FieldKind.CHECKBOX) {
            return answer.contains("true") || answer.contains("on");
        }
        if (answer.isEmpty()) {
            return null;
        }
        String first = answer.getFirst();
        return switch (field.kind()) {
            case NUMBER -> NUMBER.matcher(first).matches() ? new BigDecimal(first) : null;
            case DATE -> date(first);
            case CHECKLIST -> answer;
            default -> first;
        };
    }

    private static @Nullable LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private Optional<String> wrong(Field field, List<String> answer, Map<String, @Nullable Object> context) {
        Integer length = oversized.get(field.key());
        if (length != null) {
            return Optional.of(shorten(
                    field.rules()
                            .maxLength()
                            .number(context)
                            .orElse(BigDecimal.valueOf(field.kind().longest())),
                    length));
        }
        if (field.kind() == FieldKind.CHECKBOX) {
            boolean missing = field.rules().required() && !Boolean.TRUE.equals(value(field, answer));
            return missing ? Optional.of(missing(field, context)) : Optional.empty();
        }
        if (answer.isEmpty()) {
            return field.rules().required() ? Optional.of(missing(field, context)) : Optional.empty();
        }
        return switch (field.kind()) {
            case TEXT_FIELD, TEXT_AREA -> wrongText(field, answer.getFirst(), context);
            case NUMBER -> wrongNumber(field, answer, context);
            case DATE ->
                value(field, answer) == null
                        ? Optional.of(words(field, "Enter a date, for example 2026-03-31."))
                        : Optional.empty();
            case SELECT, RADIO, CHECKLIST -> wrongChoice(field, answer);
            case CHECKBOX, TEXT, SEPARATOR, SPACER -> Optional.empty();
        };
    }

    private static Optional<String> wrongText(Field field, String text, Map<String, @Nullable Object> context) {
        Rules rules = field.rules();
        // First of all, so that nothing below ever sees more than the field may hold.
        Optional<BigDecimal> longest = rules.maxLength().number(context);
        if (longest.isPresent() && text.length() > longest.get().longValue()) {
            return Optional.of(shorten(longest.get(), text.length()));
        }
        if (TypedText.hasControls(text, field.kind() == FieldKind.TEXT_AREA ? "\n\t" : "")) {
            return Optional.of(
                    field.kind() == FieldKind.TEXT_AREA
                            ? "Remove the invisible control characters from this text."
                            : "Write this in one line, without control characters.");
        }
        Optional<BigDecimal> shortest = rules.minLength().number(context);
        if (shortest.isPresent() && text.length() < shortest.get().longValue()) {
            return Optional.of("Enter at least " + shortest.get().toPlainString() + " characters.");
        }
        if (rules.format() == Format.EMAIL && !EmailAddress.isOne(text)) {
            return Optional.of(words(field, "Enter an email address, for example name@company.example."));
        }
        if (rules.format() == Format.PHONE && !PHONE.matcher(text).matches()) {
            return Optional.of(words(field, "Enter the phone number with its country code, for example +49301234567."));
        }
        if (rules.pattern() != null && !rules.pattern().matcher(text).find()) {
            return Optional.of(words(field, "Enter this in the form that is asked for."));
        }
        return Optional.empty();
    }

    private static String shorten(BigDecimal longest, int length) {
        return "Shorten this to at most " + longest.toPlainString() + " characters; it has " + length + ".";
    }

    private static Optional<String> wrongNumber(
            Field field, List<String> answer, Map<String, @Nullable Object> context) {
        Rules rules = field.rules();
        boolean whole = Integer.valueOf(0).equals(rules.decimalDigits());
        if (!(value(field, answer) instanceof BigDecimal number)) {
            return Optional.of(
                    words(field, whole ? "Enter a whole number, for example 25." : "Enter a number, for example 2.5."));
        }
        if (rules.decimalDigits() != null && number.stripTrailingZeros().scale() > rules.decimalDigits()) {
            return Optional.of(words(
                    field,
                    whole
                            ? "Enter a whole number, for example 25."
                            : "Enter at most " + rules.decimalDigits() + " digits behind the point."));
        }
        Optional<BigDecimal> min = rules.min().number(context);
        if (min.isPresent() && number.compareTo(min.get()) < 0) {
            return Optional.of(words(field, "Enter " + min.get().toPlainString() + " or more."));
        }
        Optional<BigDecimal> max = rules.max().number(context);
        if (max.isPresent() && number.compareTo(max.get()) > 0) {
            return Optional.of(words(field, "Enter " + max.get().toPlainString() + " or less."));
        }
        if (rules.increment() != null && number.remainder(rules.increment()).signum() != 0) {
            return Optional.of(
                    words(field, "Enter a multiple of " + rules.increment().toPlainString() + "."));
        }
        return Optional.empty();
    }

    private static Optional<String> wrongChoice(Field field, List<String> answer) {
        List<String> options = field.options().stream().map(Option::value).toList();
        return options.containsAll(answer) ? Optional.empty() : Optional.of(words(field, "Choose one of the options."));
    }

    private static String missing(Field field, Map<String, @Nullable Object> context) {
        String label = field.label().text(context).orElse(field.key());
        return words(
                field,
                switch (field.kind()) {
                    case SELECT, RADIO -> "Choose one of the options for “" + label + "”.";
                    case CHECKLIST -> "Choose at least one option for “" + label + "”.";
                    case CHECKBOX -> "Tick this box to go on.";
                    default -> "Fill in “" + label + "”.";
                });
    }

    private static String words(Field field, String otherwise) {
        String own = field.hints().error();
        return own != null ? own : otherwise;
    }
}
