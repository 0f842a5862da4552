package io.rocketbots.onboarding.form;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;
import io.rocketbots.onboarding.form.Field.Format;
import io.rocketbots.onboarding.form.Field.Hints;
import io.rocketbots.onboarding.form.Field.Layout;
import io.rocketbots.onboarding.form.Field.Option;
import io.rocketbots.onboarding.form.Field.Rules;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads a form's JSON and refuses what this module cannot show and check like Tasklist. */
final class FormReader {

    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();

    private static final Set<String> FORM_PROPERTIES = Set.of(
            "id",
            "type",
            "schemaVersion",
            "executionPlatform",
            "executionPlatformVersion",
            "exporter",
            "versionTag",
            "components");
    private static final Set<String> COMMON = Set.of("type", "id", "layout", "conditional", "properties");
    private static final Set<String> ASKING =
            Set.of("key", "label", "description", "validate", "defaultValue", "disabled", "readonly");
    private static final Pattern KEY = Pattern.compile("[A-Za-z][A-Za-z0-9_]*");
    private static final Pattern ATTRIBUTE_VALUE = Pattern.compile("[a-z0-9-]+( [a-z0-9-]+)*");

    private static final int LONGEST_FORM = 1_000_000;
    private static final int LONGEST_PATTERN = 1_000;
    /** Steps of a compiled pattern: its length times its repetitions, each of which is written out. */
    private static final long MOST_STEPS = 10_000;

    private static final Pattern REPETITION = Pattern.compile("[{](?:[0-9]*,)?([0-9]{1,4})");
    private static final int MOST_DIGITS = 30;

    private final String form;
    private String at = "";

    FormReader(String form) {
        this.form = form;
    }

    Form read(String json) {
        if (json.length() > LONGEST_FORM) {
            throw refuse("it has more than " + LONGEST_FORM + " characters");
        }
        JsonNode root;
        try {
            root = JSON.readTree(json);
        } catch (JacksonException | NumberFormatException e) {
            // The latter is what Jackson throws for a number whose exponent no BigDecimal has.
            throw new IllegalArgumentException("Form " + form + " is not valid JSON.", e);
        }
        onlyProperties(root, FORM_PROPERTIES);
        if (!"default".equals(text(root, "type").orElse(null))) {
            throw refuse("its type must be \"default\"");
        }
        if (!root.path("components").isArray()) {
            throw refuse("it has no components");
        }
        String id = text(root, "id").orElseThrow(() -> refuse("it has no id"));
        List<Field> fields = new ArrayList<>();
        Set<String> keys = new HashSet<>();
        int position = 0;
        for (JsonNode component : root.path("components")) {
            position++;
            Field field = field(component, position);
            if (!keys.add(field.key())) {
                throw refuse("the key \"" + field.key() + "\" is used twice");
            }
            fields.add(field);
        }
        return new Form(id, fields);
    }

    private Field field(JsonNode node, int position) {
        at = text(node, "key").or(() -> text(node, "id")).orElse("number " + position);
        String type = text(node, "type").orElseThrow(() -> refuse("it has no type"));
        FieldKind kind = FieldKind.ofType(type).orElseThrow(() -> refuse("the kind \"" + type + "\" is not supported"));
        onlyProperties(node, propertiesOf(kind));
        String id = text(node, "id").orElseThrow(() -> refuse("it has no id"));
        String key = kind.asks() ? text(node, "key").orElseThrow(() -> refuse("it has no key")) : id;
        if (!KEY.matcher(key).matches()) {
            throw refuse("its key must be a plain name of letters, digits and _");
        }
        if (kind == FieldKind.DATE && !"date".equals(text(node, "subtype").orElse(null))) {
            throw refuse("of the kind \"datetime\" only the subtype \"date\" is supported");
        }
        Formula label = formula(node, kind == FieldKind.TEXT ? "text" : kind == FieldKind.DATE ? "dateLabel" : "label");
        if (label == Formula.NONE && (kind.asks() || kind == FieldKind.TEXT)) {
            throw refuse("it has no words: a label or text is missing");
        }
        return new Field(
                kind,
                id,
                key,
                label,
                formula(node, "description"),
                rules(kind, node),
                hide(node.path("conditional")),
                node.path("readonly").isBoolean()
                        ? Formula.fixed(node.path("readonly").booleanValue())
                        : formula(node, "readonly"),
                flag(node, "disabled"),
                options(kind, node),
                defaults(node.path("defaultValue")),
                layout(node.path("layout"), id),
                hints(node.path("properties")));
    }

    private static Set<String> propertiesOf(FieldKind kind) {
        Set<String> known = new HashSet<>(COMMON);
        if (kind.asks()) {
            known.addAll(ASKING);
        }
        known.addAll(
                switch (kind) {
                    case TEXT -> Set.of("text");
                    case SPACER -> Set.of("height");
                    case NUMBER -> Set.of("decimalDigits", "increment");
                    case SELECT -> Set.of("values", "searchable");
                    case RADIO, CHECKLIST -> Set.of("values");
                    case DATE -> Set.of("subtype", "dateLabel");
                    case TEXT_FIELD, TEXT_AREA, CHECKBOX, SEPARATOR -> Set.<String>of();
                });
        if (kind == FieldKind.DATE) {
            known.remove("label");
        }
        return known;
    }

    private static Set<String> validationsOf(FieldKind kind) {
        return switch (kind) {
            case TEXT_FIELD -> Set.of("required", "minLength", "maxLength", "pattern", "validationType");
            case TEXT_AREA -> Set.of("required", "minLength", "maxLength");
            case NUMBER -> Set.of("required", "min", "max");
            case SELECT, RADIO, CHECKBOX, CHECKLIST, DATE -> Set.of("required");
            case TEXT, SEPARATOR, SPACER -> Set.of();
        };
    }

    private Rules rules(FieldKind kind, JsonNode node) {
        if (!kind.asks()) {
            return Rules.NONE;
        }
        JsonNode validate = node.path("validate");
        for (String name : validate.propertyNames()) {
            if (!validationsOf(kind).contains(name)) {
                throw refuse("the validation \"" + name + "\" is not supported for the kind \"" + kind.type() + "\"");
            }
        }
        Integer digits =
                node.has("decimalDigits") ? limit(node, "decimalDigits").intValueExact() : null;
        BigDecimal increment = node.has("increment") ? limit(node, "increment") : null;
        if (increment != null && increment.signum() <= 0) {
            throw refuse("increment must be greater than 0");
        }
        return new Rules(
                flag(validate, "required"),
                limitFormula(validate, "minLength"),
                limitFormula(validate, "maxLength"),
                limitFormula(validate, "min"),
                limitFormula(validate, "max"),
                pattern(validate),
                format(validate),
                digits,
                increment);
    }

    private @Nullable Pattern pattern(JsonNode validate) {
        Optional<String> source = text(validate, "pattern");
        if (source.isEmpty()) {
            return null;
        }
        if (source.get().length() > LONGEST_PATTERN) {
            throw refuse("its pattern has more than " + LONGEST_PATTERN + " characters");
        }
        if (steps(source.get()) > MOST_STEPS) {
            throw refuse("its pattern repeats more than can be checked");
        }
        try {
            return Pattern.compile(source.get());
        } catch (PatternSyntaxException e) {
            throw refuse("its pattern is no regular expression that can be checked in a time that grows only with the"
                    + " length of the answer, as those with a look ahead or back cannot: " + e.getDescription() + " in "
                    + e.getPattern());
        }
    }

    /** At most that many, as if every repetition stood inside all others. */
    private static long steps(String pattern) {
        long steps = pattern.length();
        Matcher repetition = REPETITION.matcher(pattern);
        while (repetition.find() && steps <= MOST_STEPS) {
            steps *= Math.max(1, Integer.parseInt(repetition.group(1)));
        }
        return steps;
    }

    private @Nullable Format format(JsonNode validate) {
        String type = text(validate, "validationType").orElse("custom");
        return switch (type) {
            case "email" -> Format.EMAIL;
            case "phone" -> Format.PHONE;
            case "custom" -> null;
            default -> throw refuse("the validationType \"" + type + "\" is not supported");
        };
    }

    private Formula hide(JsonNode conditional) {
        if (conditional.isMissingNode()) {
            return Formula.NONE;
        }
        onlyProperties(conditional, Set.of("hide"));
        Formula hide = formula(conditional, "hide");
        if (hide.names().isEmpty()) {
            throw refuse("conditional.hide must be an expression that reads something");
        }
        return hide;
    }

    private List<Option> options(FieldKind kind, JsonNode node) {
        List<Option> options = new ArrayList<>();
        for (JsonNode value : node.path("values")) {
            onlyProperties(value, Set.of("label", "value"));
            options.add(new Option(
                    text(value, "label").orElseThrow(() -> refuse("an option has no label")),
                    text(value, "value").orElseThrow(() -> refuse("an option has no value"))));
        }
        if (kind.choosesFromOptions() && options.isEmpty()) {
            throw refuse("it has no options in \"values\"");
        }
        if (options.stream().map(Option::value).distinct().count() < options.size()) {
            throw refuse("two options have the same value");
        }
        return options;
    }

    private static List<String> defaults(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return List.of();
        }
        if (value.isArray()) {
            return value.valueStream().map(JsonNode::asString).toList();
        }
        return List.of(value.asString());
    }

    private Layout layout(JsonNode layout, String id) {
        if (layout.isMissingNode()) {
            return new Layout(id, null);
        }
        onlyProperties(layout, Set.of("row", "columns"));
        JsonNode columns = layout.path("columns");
        if (columns.isNull() || columns.isMissingNode()) {
            return new Layout(text(layout, "row").orElse(id), null);
        }
        int width = limit(layout, "columns").intValueExact();
        if (width < 1 || width > 16) {
            throw refuse("layout.columns must be from 1 to 16");
        }
        return new Layout(text(layout, "row").orElse(id), width);
    }

    private Hints hints(JsonNode properties) {
        onlyProperties(properties, Set.of("autocomplete", "inputmode", "error"));
        return new Hints(
                attribute(properties, "autocomplete"),
                attribute(properties, "inputmode"),
                text(properties, "error").orElse(null));
    }

    private @Nullable String attribute(JsonNode properties, String name) {
        Optional<String> value = text(properties, name);
        if (value.isPresent() && !ATTRIBUTE_VALUE.matcher(value.get()).matches()) {
            throw refuse("properties." + name + " is no plain word");
        }
        return value.orElse(null);
    }

    private Formula formula(JsonNode node, String property) {
        Optional<String> source = text(node, property);
        if (source.isEmpty()) {
            return Formula.NONE;
        }
        if (source.get().contains("{{")) {
            throw refuse(property + " uses a template; write an expression that starts with =");
        }
        return parse(property, source.get());
    }

    private Formula limitFormula(JsonNode validate, String property) {
        JsonNode value = validate.path(property);
        if (value.isMissingNode()) {
            return Formula.NONE;
        }
        return value.isString() && value.stringValue().startsWith("=")
                ? parse(property, value.stringValue())
                : Formula.fixed(limit(validate, property));
    }

    private Formula parse(String property, String source) {
        try {
            return Formula.of(source);
        } catch (IllegalArgumentException e) {
            throw refuse(property + " " + e.getMessage());
        }
    }

    private BigDecimal limit(JsonNode node, String property) {
        JsonNode value = node.path(property);
        if (!value.isNumber()) {
            throw refuse(property + " must be a number");
        }
        BigDecimal number = value.decimalValue();
        // Written out, a number such as 1e100000 would be longer than anything it is to limit.
        if (number.precision() > MOST_DIGITS || Math.abs(number.scale()) > MOST_DIGITS) {
            throw refuse(property + " must be a number of at most " + MOST_DIGITS + " digits");
        }
        return number;
    }

    private boolean flag(JsonNode node, String property) {
        JsonNode value = node.path(property);
        if (!value.isMissingNode() && !value.isBoolean()) {
            throw refuse(property + " must be true or false");
        }
        return value.asBoolean(false);
    }

    private Optional<String> text(JsonNode node, String property) {
        JsonNode value = node.path(property);
        if (value.isMissingNode() || value.isNull()) {
            return Optional.empty();
        }
        if (!value.isString()) {
            throw refuse(property + " must be a text");
        }
        return Optional.of(value.stringValue()).filter(text -> !text.isBlank());
    }

    private void onlyProperties(JsonNode node, Set<String> known) {
        for (String name : node.propertyNames()) {
            if (!known.contains(name)) {
                throw refuse("the property \"" + name + "\" is not supported");
            }
        }
    }

    private IllegalArgumentException refuse(String why) {
        return new IllegalArgumentException("Form " + form + (at.isEmpty() ? "" : ", field " + at) + ": " + why + ".");
    }
}
