package io.rocketbots.onboarding.journey;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Finds in an expression of Prometheus which metrics and labels it speaks of; as much of the language as is used here. */
final class PromQl {

    private static final String NAME = "[a-zA-Z_:][a-zA-Z0-9_:]*";
    private static final Pattern GROUPING =
            Pattern.compile("\\b(?:by|without|on|ignoring|group_left|group_right)\\s*\\(([^)]*)\\)");
    private static final Pattern RANGE = Pattern.compile("\\[[^\\]]*\\]");
    private static final Pattern SELECTOR =
            Pattern.compile("(" + NAME + ")\\s*(?:\\{([^}]*)\\}|(?!\\s*\\(|[a-zA-Z0-9_:]))");
    private static final Pattern MATCHER =
            Pattern.compile("(" + NAME + ")\\s*(=~|!~|!=|=)\\s*\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Set<String> WORDS = Set.of("and", "or", "unless", "bool", "offset", "by", "without");

    private PromQl() {}

    /** One condition between the braces. */
    record Matcher(String label, String operator, String value) {

        boolean isExact() {
            return operator.equals("=");
        }
    }

    /** A metric with its conditions. */
    record Selector(String metric, List<Matcher> matchers) {}

    static List<Selector> selectors(String expression) {
        String bare =
                RANGE.matcher(GROUPING.matcher(expression).replaceAll(" ")).replaceAll(" ");
        List<Selector> selectors = new ArrayList<>();
        for (MatchResult found : SELECTOR.matcher(bare).results().toList()) {
            if (!WORDS.contains(found.group(1))) {
                String conditions = found.group(2) == null ? "" : found.group(2);
                selectors.add(new Selector(found.group(1), matchers(conditions)));
            }
        }
        return selectors;
    }

    private static List<Matcher> matchers(String conditions) {
        return MATCHER.matcher(conditions)
                .results()
                .map(found -> new Matcher(found.group(1), found.group(2), found.group(3)))
                .toList();
    }

    /** The labels that values are grouped by. */
    static Set<String> groupedBy(String expression) {
        Set<String> labels = new TreeSet<>();
        GROUPING.matcher(expression)
                .results()
                .flatMap(found -> Arrays.stream(found.group(1).split(",")))
                .map(String::strip)
                .filter(label -> !label.isEmpty())
                .forEach(labels::add);
        return labels;
    }
}
