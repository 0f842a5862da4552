package io.rocketbots.onboarding.form;

import com.google.re2j.Pattern;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.feel.api.EvaluationResult;
import org.camunda.feel.api.FeelEngineApi;
import org.camunda.feel.api.FeelEngineBuilder;
import org.camunda.feel.api.ParseResult;
import org.camunda.feel.syntaxtree.ParsedExpression;
import org.jspecify.annotations.Nullable;

/**
 * A property of a field that is either fixed or, when it starts with {@code =}, a FEEL expression over the form's
 * values and the variables around it.
 */
public final class Formula {

    static final Formula NONE = new Formula(null, null, Set.of());
    private static final FeelEngineApi FEEL = FeelEngineBuilder.forJava().build();

    private static final int LONGEST = 2_000;
    /** The parser takes ten times as long for every four more. */
    private static final int DEEPEST = 6;
    /** The functions that run a regular expression of Java. */
    private static final Pattern BACKTRACKING = Pattern.compile("\\b(?:matches|replace|split|extract)\\s*\\(");

    private final @Nullable Object fixed;
    private final @Nullable ParsedExpression expression;
    private final Set<String> names;

    private Formula(@Nullable Object fixed, @Nullable ParsedExpression expression, Set<String> names) {
        this.fixed = fixed;
        this.expression = expression;
        this.names = names;
    }

    static Formula fixed(Object value) {
        return new Formula(value, null, Set.of());
    }

    /** Reads a text; only one that starts with {@code =} is an expression. */
    static Formula of(String source) {
        if (!source.startsWith("=")) {
            return fixed(source);
        }
        if (source.length() > LONGEST) {
            throw new IllegalArgumentException("has more than " + LONGEST + " characters");
        }
        if (nesting(source) > DEEPEST) {
            throw new IllegalArgumentException("has more than " + DEEPEST + " brackets inside each other");
        }
        if (BACKTRACKING.matcher(source).find()) {
            throw new IllegalArgumentException(
                    "calls matches, replace, split or extract, which can take for ever on what"
                            + " somebody typed; a pattern belongs into validate.pattern");
        }
        ParseResult parsed = parse(source.substring(1).strip());
        if (parsed.isFailure()) {
            throw new IllegalArgumentException(
                    "is no FEEL expression: " + parsed.failure().message());
        }
        return new Formula(null, parsed.parsedExpression(), Set.copyOf(parsed.getVariableNames()));
    }

    private static ParseResult parse(String expression) {
        try {
            return FEEL.parseExpression(expression);
        } catch (StackOverflowError tooDeep) {
            // The parser goes one call deeper for each sign before a number, and for much else that needs no brackets.
            throw new IllegalArgumentException("is nested too deeply", tooDeep);
        }
    }

    /** How many brackets are open at once, at most; those in a text count too. */
    private static int nesting(String source) {
        int open = 0;
        int deepest = 0;
        for (int i = 0; i < source.length(); i++) {
            switch (source.charAt(i)) {
                case '(', '[', '{' -> deepest = Math.max(deepest, ++open);
                case ')', ']', '}' -> open--;
                default -> {}
            }
        }
        return deepest;
    }

    /** The variables and keys it reads. */
    public Set<String> names() {
        return names;
    }

    /** What it says for these values; null when there is nothing to say or the expression cannot be evaluated. */
    @Nullable
    Object value(Map<String, ? extends @Nullable Object> context) {
        if (expression == null) {
            return fixed;
        }
        Map<String, @Nullable Object> complete = new HashMap<>(context);
        names.forEach(name -> complete.putIfAbsent(name, null));
        EvaluationResult result = FEEL.evaluate(expression, complete);
        return result.isSuccess() ? result.result() : null;
    }

    boolean isTrue(Map<String, ? extends @Nullable Object> context) {
        return Boolean.TRUE.equals(value(context));
    }

    Optional<String> text(Map<String, ? extends @Nullable Object> context) {
        return Optional.ofNullable(value(context)).map(Object::toString).filter(text -> !text.isEmpty());
    }

    Optional<BigDecimal> number(Map<String, ? extends @Nullable Object> context) {
        return value(context) instanceof Number number
                ? Optional.of(new BigDecimal(number.toString()))
                : Optional.empty();
    }
}
