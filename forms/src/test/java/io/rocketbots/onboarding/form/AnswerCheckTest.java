package io.rocketbots.onboarding.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every rule with an answer it allows and one it refuses. */
class AnswerCheckTest {

    private static final String OPTIONS =
            ", \"values\": [{\"label\": \"One\", \"value\": \"1\"}, {\"label\": \"Two\", \"value\": \"2\"}]";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "textfield | `required`: true                 | x               | ''",
                "textarea  | `required`: true                 | x               | ' '",
                "number    | `required`: true                 | 0               | ''",
                "checkbox  | `required`: true                 | true            | false",
                "textfield | `minLength`: 3                   | abc             | ab",
                "textfield | `maxLength`: 3                   | abc             | abcd",
                "textarea  | `minLength`: 3                   | abc             | ab",
                "textarea  | `maxLength`: 3                   | abc             | abcd",
                "textfield | `minLength`: `=1 + 2`            | abc             | ab",
                "textfield | `pattern`: `^[a-z]+$`            | abc             | aBc",
                "textfield | `validationType`: `email`        | a@b.example     | a@b@c.example",
                "textfield | `validationType`: `phone`        | +4930664040900  | 030 664",
                "number    | `min`: 1                         | 1               | 0",
                "number    | `max`: 100000                    | 100000          | 100001",
                "number    | `max`: `=2 * 5`                  | 10              | 11",
            })
    void allowsAndRefuses(String type, String rule, String allowed, String refused) {
        Form form = Samples.with(type, ", \"validate\": {" + rule.replace('`', '"') + "}");

        assertThat(form.answer(Map.of("a", List.of(allowed))).errors()).isEmpty();
        assertThat(form.answer(Map.of("a", List.of(refused))).errors()).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @CsvSource({
        "'\"decimalDigits\": 0', 12, 12.5",
        "'\"decimalDigits\": 1', 12.5, 12.55",
        "'\"increment\": 5', 15, 16",
        "'\"decimalDigits\": 0', -3, three",
        "'\"decimalDigits\": 0', 1000, '1,000'",
        "'\"decimalDigits\": 0', 1.0, 1e3",
    })
    void allowsAndRefusesNumbers(String property, String allowed, String refused) {
        Form form = Samples.with("number", ", " + property);

        assertThat(form.answer(Map.of("a", List.of(allowed))).number("a")).isEqualTo(new BigDecimal(allowed));
        assertThat(form.answer(Map.of("a", List.of(refused))).errors()).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @CsvSource({"select, 1, 3", "radio, 2, One", "checklist, 1, 12"})
    void allowsOnlyTheOptionsOfTheForm(String type, String allowed, String refused) {
        Form form = Samples.with(type, OPTIONS);

        assertThat(form.answer(Map.of("a", List.of(allowed))).errors()).isEmpty();
        assertThat(form.answer(Map.of("a", List.of(refused))).errors()).containsOnlyKeys("a");
    }

    @ParameterizedTest
    @CsvSource({
        "select, Choose one of the options for “Sample”.",
        "radio, Choose one of the options for “Sample”.",
        "checklist, Choose at least one option for “Sample”."
    })
    void asksForAChoice(String type, String whatToDo) {
        Form form = Samples.with(type, OPTIONS + ", \"validate\": {\"required\": true}");

        assertThat(form.answer(Map.of()).errors()).containsEntry("a", whatToDo);
    }

    @Test
    void takesSeveralOptionsOfAChecklist() {
        Answers answers = Samples.with("checklist", OPTIONS).answer(Map.of("a", List.of("1", "2")));

        assertThat(answers.chosen("a")).containsExactly("1", "2");
    }

    @Test
    void allowsAndRefusesDates() {
        Form form = Form.read("sample", Samples.formOf("""
                {"type": "datetime", "subtype": "date", "id": "A", "key": "a", "dateLabel": "Start"}"""));

        assertThat(form.answer(Map.of("a", List.of("2026-02-28"))).date("a")).isEqualTo(LocalDate.of(2026, 2, 28));
        assertThat(form.answer(Map.of("a", List.of("2026-02-30"))).errors())
                .containsEntry("a", "Enter a date, for example 2026-03-31.");
    }

    @Test
    void saysWhatToDoInTheWordsOfTheForm() {
        Form form = Samples.with(
                "textfield", ", \"validate\": {\"required\": true}, \"properties\": {\"error\": \"Enter the code.\"}");

        assertThat(form.answer(Map.of()).errors()).containsEntry("a", "Enter the code.");
    }

    @Test
    void saysHowMuchTooLongATextIs() {
        Form form = Samples.with("textarea", ", \"validate\": {\"maxLength\": 3}");

        assertThat(form.answer(Map.of("a", List.of("abcde"))).errors())
                .containsEntry("a", "Shorten this to at most 3 characters; it has 5.");
    }

    @Test
    void trimsAndNormalisesLineEnds() {
        Answers answers =
                Samples.with("textarea", "").answer(Map.of("a", List.of("\u00A0 one\r\ntwo\rthree \uFEFF\n")));

        assertThat(answers.text("a")).isEqualTo("one\ntwo\nthree");
    }

    @ParameterizedTest
    @CsvSource({
        "textfield, one line, 'two\nlines'",
        "textfield, Zoë & Łukasz, 'a\u0000b'",
        "textarea, 'two\nlines', 'a\u0007b'",
        "textarea, 'a\tb', 'a\u202Eb'"
    })
    void refusesControlCharacters(String type, String allowed, String refused) {
        Form form = Samples.with(type, "");

        assertThat(form.answer(Map.of("a", List.of(allowed))).text("a")).isEqualTo(allowed);
        assertThat(form.answer(Map.of("a", List.of(refused))).errors()).containsOnlyKeys("a");
    }

    @Test
    void ignoresFieldsThatTheFormDoesNotHave() {
        Answers answers = Samples.with("textfield", "").answer(Map.of("a", List.of("x"), "role", List.of("OPS")));

        assertThat(answers.values()).containsOnlyKeys("a");
        assertThat(answers.typed()).containsOnlyKeys("a");
    }

    @Test
    void takesTheFirstAnswerWhereOneIsAsked() {
        assertThat(Samples.with("radio", OPTIONS)
                        .answer(Map.of("a", List.of("", "2", "1")))
                        .text("a"))
                .isEqualTo("2");
    }

    @Test
    void ignoresWhatIsPostedForLockedFields() {
        assertThat(Samples.with("textfield", ", \"readonly\": true, \"validate\": {\"required\": true}")
                        .answer(Map.of("a", List.of("x"))))
                .isEqualTo(new Answers(Map.of(), Map.of(), Map.of("a", List.of("x"))));
        assertThat(Samples.with("textfield", ", \"disabled\": true")
                        .answer(Map.of("a", List.of("x")))
                        .values())
                .isEmpty();
        assertThat(Samples.with("textfield", ", \"readonly\": \"=locked\"")
                        .answer(Map.of("a", List.of("x")), Map.of("locked", true))
                        .values())
                .isEmpty();
    }

    @Test
    void dropsAFieldWhoseConditionHidesIt() {
        Form form = conditional("=a != \\\"other\\\"");

        assertThat(form.answer(posted("this", "x")).values()).containsOnlyKeys("a");
        assertThat(form.answer(posted("other", "x")).values()).containsOnlyKeys("a", "b");
    }

    @Test
    void doesNotAskForAFieldThatItHides() {
        Form form = conditional("=a != \\\"other\\\"");

        assertThat(form.answer(Map.of()).errors()).isEmpty();
        assertThat(form.answer(posted("other", "")).errors()).containsOnlyKeys("b");
    }

    @Test
    void hidesWhatDependsOnSomethingHidden() {
        Form form = Form.read("sample", Samples.formOf("""
                {"type": "textfield", "id": "C", "key": "c", "label": "C", "conditional": {"hide": "=b = null"}},
                {"type": "textfield", "id": "B", "key": "b", "label": "B", "conditional": {"hide": "=a = null"}},
                {"type": "textfield", "id": "A", "key": "a", "label": "A"}"""));

        Answers answers = form.answer(Map.of("b", List.of("x"), "c", List.of("y")));

        assertThat(answers.values()).isEmpty();
    }

    @Test
    void readsNumbersBoxesListsAndVariablesInConditions() {
        assertThat(hides("=n > 5", "n", "6")).isTrue();
        assertThat(hides("=n > 5", "n", "5")).isFalse();
        assertThat(hides("=box", "box", "true")).isTrue();
        assertThat(hides("=box = true", "n", "1")).isFalse();
        assertThat(hides("=list contains(list, \\\"2\\\")", "list", "1", "2")).isTrue();
        assertThat(hides("=list contains(list, \\\"2\\\")", "list", "1")).isFalse();
        assertThat(hides("=triage.priority > 50", "n", "1")).isTrue();
        assertThat(hides("=nothing.there = 1", "n", "1")).isFalse();
    }

    private static boolean hides(String condition, String key, String... values) {
        Form form = Form.read("sample", Samples.formOf("""
                {"type": "number", "id": "N", "key": "n", "label": "N"},
                {"type": "checkbox", "id": "B", "key": "box", "label": "B"},
                {"type": "checklist", "id": "L", "key": "list", "label": "L",
                 "values": [{"label": "1", "value": "1"}, {"label": "2", "value": "2"}]},
                {"type": "textfield", "id": "T", "key": "t", "label": "T", "validate": {"required": true},
                 "conditional": {"hide": "%s"}}""".formatted(condition)));
        return form.answer(Map.of(key, Arrays.asList(values)), Map.of("triage", Map.of("priority", 70)))
                .isValid();
    }

    private static Form conditional(String hide) {
        return Form.read("sample", Samples.formOf("""
                {"type": "textfield", "id": "A", "key": "a", "label": "A"},
                {"type": "textfield", "id": "B", "key": "b", "label": "B", "validate": {"required": true},
                 "conditional": {"hide": "%s"}}""".formatted(hide)));
    }

    private static Map<String, List<String>> posted(String a, String b) {
        return Map.of("a", List.of(a), "b", List.of(b));
    }
}
