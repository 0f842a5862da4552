package io.rocketbots.onboarding.process.history;

import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The few forms of FEEL that the models use in conditions, timers and correlation keys: names, texts, {@code null},
 * {@code true}, {@code false}, {@code +}, {@code =}, {@code !=}, {@code string(...)} and {@code duration(...)}. Anything
 * else is refused, so that a model that needs more is noticed by its test.
 */
record Expression(String text) {

    private static final Pattern TOKEN =
            Pattern.compile("\\s*(?:\"([^\"]*)\"|([A-Za-z][A-Za-z0-9_.]*)|(!=|=|\\+|\\(|\\)))\\s*");

    /** Of the form that Zeebe takes: with a leading equals sign, or a plain text. */
    static Expression of(String written) {
        return new Expression(written.startsWith("=") ? written.substring(1) : "\"" + written + "\"");
    }

    boolean isTrue(Map<String, @Nullable Object> variables) {
        return Boolean.TRUE.equals(evaluate(variables));
    }

    /** Null when a variable that it needs is not known. */
    @Nullable
    Object evaluate(Map<String, @Nullable Object> variables) {
        Reader reader = new Reader(text, variables);
        Object value = reader.comparison();
        reader.end();
        return value;
    }

    private static final class Reader {

        private final String text;
        private final Matcher tokens;
        private final Map<String, @Nullable Object> variables;
        private int at;

        Reader(String text, Map<String, @Nullable Object> variables) {
            this.text = text;
            this.tokens = TOKEN.matcher(text);
            this.variables = variables;
        }

        @Nullable
        Object comparison() {
            Object left = sum();
            if (take("=")) {
                return Objects.equals(left, sum());
            }
            return take("!=") ? !Objects.equals(left, sum()) : left;
        }

        void end() {
            if (at < text.length()) {
                throw refused();
            }
        }

        private @Nullable Object sum() {
            Object sum = term();
            while (take("+")) {
                Object more = term();
                sum = sum == null || more == null ? null : sum.toString() + more;
            }
            return sum;
        }

        private @Nullable Object term() {
            if (!find()) {
                throw refused();
            }
            String quoted = tokens.group(1);
            String name = tokens.group(2);
            at = tokens.end();
            if (quoted != null) {
                return quoted;
            }
            if (name == null) {
                throw refused();
            }
            return switch (name) {
                case "null" -> null;
                case "true" -> true;
                case "false" -> false;
                case "string", "duration" -> inBrackets();
                default -> variable(name);
            };
        }

        private @Nullable Object inBrackets() {
            if (!take("(")) {
                throw refused();
            }
            Object inner = sum();
            if (!take(")")) {
                throw refused();
            }
            return inner;
        }

        private @Nullable Object variable(String name) {
            Object value = variables;
            for (String part : name.split("\\.", -1)) {
                value = value instanceof Map<?, ?> map ? map.get(part) : null;
            }
            return value;
        }

        private boolean take(String symbol) {
            if (find() && symbol.equals(tokens.group(3))) {
                at = tokens.end();
                return true;
            }
            return false;
        }

        private boolean find() {
            return tokens.region(at, text.length()).lookingAt();
        }

        private IllegalArgumentException refused() {
            return new IllegalArgumentException("The expression \"" + text + "\" is more than can be followed.");
        }
    }
}
