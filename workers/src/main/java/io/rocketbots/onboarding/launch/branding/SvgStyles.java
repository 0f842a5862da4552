package io.rocketbots.onboarding.launch.branding;

import com.google.common.base.CharMatcher;
import com.google.common.base.Splitter;
import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The CSS that an SVG logo may carry: plain selectors, presentation properties and values that reach nothing outside
 * the file. Whatever does not fit this narrow shape is dropped, so escapes and comments hide nothing.
 */
final class SvgStyles {

    static final Set<String> PROPERTIES = Set.of(
            "alignment-baseline",
            "baseline-shift",
            "clip-path",
            "clip-rule",
            "color",
            "color-interpolation",
            "color-interpolation-filters",
            "direction",
            "display",
            "dominant-baseline",
            "fill",
            "fill-opacity",
            "fill-rule",
            "filter",
            "flood-color",
            "flood-opacity",
            "font-family",
            "font-size",
            "font-stretch",
            "font-style",
            "font-variant",
            "font-weight",
            "isolation",
            "letter-spacing",
            "marker-end",
            "marker-mid",
            "marker-start",
            "mask",
            "mix-blend-mode",
            "opacity",
            "overflow",
            "paint-order",
            "shape-rendering",
            "stop-color",
            "stop-opacity",
            "stroke",
            "stroke-dasharray",
            "stroke-dashoffset",
            "stroke-linecap",
            "stroke-linejoin",
            "stroke-miterlimit",
            "stroke-opacity",
            "stroke-width",
            "text-anchor",
            "text-decoration",
            "text-rendering",
            "transform",
            "transform-origin",
            "vector-effect",
            "visibility",
            "word-spacing",
            "writing-mode");

    private static final Pattern COMMENT = Pattern.compile("/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern STATEMENT = Pattern.compile("@[^;{}]*;");
    private static final Pattern RULE = Pattern.compile("([^{}]*)\\{([^{}]*)}");
    private static final Pattern SELECTOR = Pattern.compile("[\\w.#*,>+~ \\t\\r\\n-]+");

    /** Points at something in the same file. */
    private static final Pattern LOCAL_URL =
            Pattern.compile("url\\(\\s*(?:#[\\w:.-]+|'#[\\w:.-]+'|\"#[\\w:.-]+\")\\s*\\)");

    private static final Pattern VALUE = Pattern.compile("[\\w#.,%+*/()!'\" \\t\\r\\n:;=-]*");
    /** Values without functions, such as a path, which alone may be long. */
    private static final CharMatcher PLAIN = CharMatcher.inRange('a', 'z')
            .or(CharMatcher.inRange('A', 'Z'))
            .or(CharMatcher.inRange('0', '9'))
            .or(CharMatcher.anyOf("_#.,%+*/!'\" \t\r\n:;=-"))
            .precomputed();

    /** In characters, of what is not plain. */
    static final int LONGEST_VALUE = 4_000;

    private static final Pattern FUNCTION = Pattern.compile("([\\w-]+)\\s*\\(");
    private static final Set<String> FUNCTIONS =
            Set.of("rgb", "rgba", "hsl", "hsla", "matrix", "translate", "scale", "rotate", "skewx", "skewy");

    private SvgStyles() {}

    /** One rule of a style sheet. */
    record Rule(String selector, String declarations) {

        @Override
        public String toString() {
            return selector + "{" + declarations + "}";
        }
    }

    /** A style sheet, reduced to what is allowed. */
    static List<Rule> sheet(String css) {
        String rules = STATEMENT.matcher(COMMENT.matcher(css).replaceAll(" ")).replaceAll(" ");
        List<Rule> clean = new ArrayList<>();
        Matcher rule = RULE.matcher(rules);
        while (rule.find()) {
            String selector = rule.group(1).strip();
            String body = declarations(rule.group(2));
            if (SELECTOR.matcher(selector).matches() && !body.isEmpty()) {
                clean.add(new Rule(selector, body));
            }
        }
        return clean;
    }

    /** The content of a style attribute, reduced to what is allowed. */
    static String declarations(String css) {
        StringBuilder clean = new StringBuilder();
        for (String declaration : Splitter.on(';').split(COMMENT.matcher(css).replaceAll(" "))) {
            int colon = declaration.indexOf(':');
            if (colon > 0) {
                String property = declaration.substring(0, colon).strip().toLowerCase(Locale.ROOT);
                Optional<String> value = value(declaration.substring(colon + 1).strip());
                if (PROPERTIES.contains(property) && value.isPresent()) {
                    clean.append(property).append(':').append(value.get()).append(';');
                }
            }
        }
        return clean.toString();
    }

    /** A value that reaches nothing outside the file; else empty. */
    static Optional<String> value(String value) {
        if (PLAIN.matchesAllOf(value)) {
            return Optional.of(value);
        }
        if (value.length() > LONGEST_VALUE) {
            return Optional.empty();
        }
        String rest = LOCAL_URL.matcher(value).replaceAll(" ");
        if (!VALUE.matcher(rest).matches()) {
            return Optional.empty();
        }
        Matcher call = FUNCTION.matcher(rest);
        while (call.find()) {
            if (!FUNCTIONS.contains(call.group(1).toLowerCase(Locale.ROOT))) {
                return Optional.empty();
            }
        }
        return Optional.of(value);
    }
}
