package io.rocketbots.onboarding.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a form may contain; everything else is refused before anybody sees the form. */
class FormReaderTest {

    @Test
    void readsEveryKindThatItKnows() {
        assertThat(Samples.everyKind().fields()).extracting(Field::kind).contains(FieldKind.values());
    }

    @Test
    void knowsTheFormsThatTheModuleHas() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources"))) {
            assertThat(files.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".form")))
                    .containsExactlyInAnyOrderElementsOf(
                            Samples.FORMS.stream().map(id -> id + ".form").toList());
        }
    }

    @Test
    void readsEveryCountryOfIso3166() {
        assertThat(Form.named("reseller-application").field("country").options())
                .extracting(Field.Option::value)
                .containsExactlyInAnyOrder(Locale.getISOCountries());
    }

    @Test
    void refusesANumberThatIsNone() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.with("number", ", \"increment\": 1e10000002000"))
                .withMessage("Form sample is not valid JSON.");
    }

    @Test
    void refusesAnUnknownKindByFormFieldAndKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.with("dynamiclist", ""))
                .withMessage("Form sample, field a: the kind \"dynamiclist\" is not supported.");
    }

    @Test
    void refusesAnUnknownValidationByFormFieldAndKind() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.with("number", ", \"validate\": {\"minLength\": 2}"))
                .withMessage("Form sample, field a: the validation \"minLength\" is not supported for the kind"
                        + " \"number\".");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "textfield | , \"valuesKey\": \"b\"                               | the property \"valuesKey\" is not supported",
                "textfield | , \"validate\": {\"validationType\": \"iban\"}         | the validationType \"iban\" is not supported",
                "textfield | , \"validate\": {\"pattern\": \"[\"}                   | its pattern is no regular expression",
                "textfield | , \"validate\": {\"required\": \"yes\"}                | required must be true or false",
                "textfield | , \"validate\": {\"maxLength\": \"10\"}                | maxLength must be a number",
                "textfield | , \"conditional\": {\"hide\": \"=b = \"}               | hide is no FEEL expression",
                "textfield | , \"conditional\": {\"hide\": \"true\"}                | must be an expression that reads something",
                "textfield | , \"conditional\": {\"show\": \"=b\"}                  | the property \"show\" is not supported",
                "textfield | , \"description\": \"Hello {{name}}\"                | uses a template",
                "textfield | , \"properties\": {\"onclick\": \"alert(1)\"}          | the property \"onclick\" is not supported",
                "textfield | , \"properties\": {\"autocomplete\": \"\\\"><script>\"} | is no plain word",
                "textfield | , \"layout\": {\"row\": \"R\", \"columns\": 17}          | layout.columns must be from 1 to 16",
                "number    | , \"increment\": 0                                 | increment must be greater than 0",
                "number    | , \"serializeToString\": true                      | the property \"serializeToString\" is not supported",
                "select    |                                                  | it has no options",
                "radio     | , \"values\": [{\"label\": \"A\"}]                       | an option has no value",
                "radio     | , \"values\": [{\"label\": \"A\", \"value\": \"a\"}, {\"label\": \"B\", \"value\": \"a\"}] | the same value",
                "textarea  | , \"validate\": {\"pattern\": \"a\"}                   | the validation \"pattern\" is not supported",
            })
    void refusesWhatItCannotTreatLikeTasklist(String type, String more, String why) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Samples.with(type, more == null ? "" : more))
                .withMessageStartingWith("Form sample, field a: ")
                .withMessageContaining(why);
    }

    @Test
    void refusesADateWithATime() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Form.read("sample", Samples.formOf("""
                        {"type": "datetime", "subtype": "time", "id": "A", "key": "a", "dateLabel": "Start"}""")))
                .withMessageContaining("only the subtype \"date\" is supported");
    }

    @Test
    void refusesTwoFieldsWithOneKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Form.read("sample", Samples.formOf("""
                        {"type": "textfield", "id": "A", "key": "a", "label": "A"},
                        {"type": "textfield", "id": "B", "key": "a", "label": "B"}""")))
                .withMessage("Form sample, field a: the key \"a\" is used twice.");
    }

    @Test
    void refusesWhatIsNoJson() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Form.read("sample", "{"))
                .withMessage("Form sample is not valid JSON.");
    }

    @Test
    void refusesAFormThatIsNotThere() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Form.named("no-such-form"))
                .withMessage("There is no form \"no-such-form\" on the class path.");
    }
}
