package io.rocketbots.onboarding.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What strangers post costs a time that grows with its length only, and what is far too long is not looked at. */
class BoundedWorkTest {

    /** As much as a request may hold. */
    private static final int ALL = 2_000_000;

    private static final Duration AT_ONCE = Duration.ofMillis(500);

    private static Duration cpuTimeOf(Runnable work) {
        var threads = ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadCpuTime();
        work.run();
        return Duration.ofNanos(threads.getCurrentThreadCpuTime() - before);
    }

    /** What made regular expressions and parsers slow, at several lengths. */
    static Stream<String> slowTexts() {
        return Stream.of(25_000, 95_000, ALL)
                .flatMap(length -> Stream.of(
                        "a" + " ".repeat(length) + "b",
                        " ".repeat(length),
                        "\r".repeat(length),
                        "\u2003".repeat(length) + "x",
                        "a@" + "a.".repeat(length / 2) + "!",
                        "www" + ".a".repeat(length / 2) + " ",
                        "+" + "1".repeat(length) + "x",
                        "1".repeat(length),
                        "\u0007".repeat(length),
                        "\uD800".repeat(length)));
    }

    static Stream<Arguments> formsAndSlowTexts() {
        return Stream.of("reseller-application", "introduce-yourself", "resolve-duplicate-account", "call-reseller")
                .flatMap(form -> slowTexts().map(text -> Arguments.of(form, text)));
    }

    @ParameterizedTest(name = "{0} {index}")
    @MethodSource("formsAndSlowTexts")
    void everyFieldOfAFormIsCheckedAtOnce(String name, String text) {
        Form form = Form.named(name);
        Map<String, List<String>> posted = new HashMap<>();
        form.fields().forEach(field -> posted.put(field.key(), List.of(text)));
        form.answer(posted);

        assertThat(cpuTimeOf(() -> form.answer(posted))).isLessThan(AT_ONCE);
    }

    @Test
    void blanksInsideACompanyNameAreCheckedAtOnce() {
        Form form = Form.named("reseller-application");
        String name = "a" + " ".repeat(25_000) + "b";

        assertThat(cpuTimeOf(() -> form.answer(Map.of("companyName", List.of(name)))))
                .isLessThan(AT_ONCE);
        assertThat(form.answer(Map.of("companyName", List.of(name))).errors().get("companyName"))
                .startsWith("Shorten this to at most ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"textfield", "textarea", "number", "select", "radio", "checklist", "checkbox"})
    void refusesWhatNoFieldOfTheKindTakesAndKeepsNoMoreThanThatOfIt(String kind) {
        String options = List.of("select", "radio", "checklist").contains(kind)
                ? ", \"values\": [{\"label\": \"One\", \"value\": \"1\"}]"
                : "";
        Answers answers = Samples.with(kind, options).answer(Map.of("a", List.of("1".repeat(ALL))));

        assertThat(answers.errors().get("a"))
                .startsWith("Shorten this to at most ")
                .endsWith("it has 2000000.");
        assertThat(answers.typed().getOrDefault("a", List.of()).getFirst().length())
                .isLessThanOrEqualTo(100_000);
    }

    @Test
    void looksAtNoMoreValuesThanAChecklistHas() {
        Form form = Samples.with("checklist", ", \"values\": [{\"label\": \"One\", \"value\": \"1\"}]");
        Answers answers = form.answer(Map.of(
                "a",
                Stream.iterate(0, i -> i + 1)
                        .limit(100_000)
                        .map(String::valueOf)
                        .toList()));

        assertThat(answers.typed().get("a")).hasSize(2);
        assertThat(answers.errors()).containsKey("a");
        assertThat(form.answer(Map.of("a", Collections.nCopies(1000, "1"))).chosen("a"))
                .containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[a](", "**", "[ **a** ", "\n \n", "[a](b", "[", "- \n", "# "})
    void textWithMarksIsReadAtOnce(String piece) {
        for (int length : List.of(9_990, ALL)) {
            String text = piece.repeat(length / piece.length());

            assertThat(cpuTimeOf(() -> TextBlock.read(text))).isLessThan(Duration.ofSeconds(2));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"(a+)+$", "^(\\\\s+)*x", "^(a|a)*$", "(.*)*b", "([a-z]+)*@"})
    void patternsThatWouldRunForEverEnd(String pattern) {
        Form form = Samples.with("textfield", ", \"validate\": {\"pattern\": \"" + pattern + "\"}");

        assertThat(cpuTimeOf(() -> form.answer(Map.of("a", List.of("a".repeat(9_999) + "!")))))
                .isLessThan(AT_ONCE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"(?=a)a", "(?<!a)b", "(a)\\\\1", "(a", "\\\\u0041"})
    void refusesAPatternThatCannotBeCheckedInLinearTime(String pattern) {
        assertThat(catchThrowable(
                        () -> Samples.with("textfield", ", \"validate\": {\"pattern\": \"" + pattern + "\"}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its pattern is no regular expression that can be checked");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=(",
                "=[",
                "={a:",
                "=if a then ",
                "=not(",
                "=-",
                "=1+",
                "=a.",
                "=some x in a satisfies ",
                "=for x in a return ",
                "=function(x) ",
                "=a[",
                "=(1 in ("
            })
    void expressionsAreReadOrRefusedAtOnce(String piece) {
        String nested = "=" + piece.substring(1).repeat(1_990 / (piece.length() - 1));

        assertThat(cpuTimeOf(() -> assertThat(catchThrowable(
                                () -> Samples.with("textfield", ", \"validate\": {\"maxLength\": \"" + nested + "\"}")))
                        .satisfiesAnyOf(
                                read -> assertThat(read).isNull(),
                                refused -> assertThat(refused).isInstanceOf(IllegalArgumentException.class))))
                .isLessThan(Duration.ofSeconds(2));
    }

    @ParameterizedTest
    @ValueSource(strings = {"((a{1000}){1000}){1000}", "a{2}{1000}{1000}", "(.{0,999}){9}"})
    void refusesAPatternThatWouldFillTheMemory(String pattern) {
        assertThat(catchThrowable(
                        () -> Samples.with("textfield", ", \"validate\": {\"pattern\": \"" + pattern + "\"}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("its pattern repeats more than can be checked");
    }

    @Test
    void refusesAnExpressionThatRunsAPatternOfJava() {
        assertThat(catchThrowable(() ->
                        Samples.with("textfield", ", \"conditional\": {\"hide\": \"=matches(b, \\\"(a+)+$\\\")\"}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("calls matches, replace, split or extract");
    }

    @Test
    void refusesANumberThatWouldBeWrittenForEver() {
        assertThat(catchThrowable(() -> Samples.with("number", ", \"validate\": {\"max\": 1e99999}")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("max must be a number of at most 30 digits");
    }
}
