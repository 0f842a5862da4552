package io.rocketbots.onboarding.form;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is read as a form, and whatever is posted to one, ends soon and in words. */
class FormFuzzTest {

    /** For one form or one post, on a busy machine and with the fuzzer's own code in between. */
    private static final Duration SOON = Duration.ofSeconds(5);

    private static final List<Form> FORMS =
            Samples.FORMS.stream().map(Form::named).toList();

    private static final FormRenderer RENDERER = new FormRenderer();

    @ParameterizedTest
    @MethodSource("forms")
    void readsAFormOrSaysWhatIsWrong(byte[] json) {
        long begin = System.nanoTime();
        Form form;
        try {
            form = Form.read("fuzzed", new String(json, UTF_8));
        } catch (IllegalArgumentException refused) {
            assertThat(refused).hasMessageStartingWith("Form fuzzed");
            return;
        } finally {
            endsSoon(begin);
        }
        Map<String, List<String>> posted = new HashMap<>();
        form.fields().forEach(field -> posted.put(field.key(), List.of("1", field.id())));
        answersMakeSense(form, posted);
        assertThat(RENDERER.render(FormView.of(form))).isNotNull();
        endsSoon(begin);
    }

    @MethodSource("forms")
    @FuzzTest(maxDuration = "10m")
    void fuzzForms(byte[] json) {
        readsAFormOrSaysWhatIsWrong(json);
    }

    /** The first byte says which form; what is between two zero bytes is one value. */
    @ParameterizedTest
    @MethodSource("posts")
    void checksWhateverIsPosted(byte[] post) {
        long begin = System.nanoTime();
        if (post.length == 0) {
            return;
        }
        Form form = FORMS.get(Math.floorMod(post[0], FORMS.size()));
        String[] values = new String(post, 1, post.length - 1, UTF_8).split("\0", -1);
        Map<String, List<String>> posted = new HashMap<>();
        for (int i = 0; i < values.length; i++) {
            posted.computeIfAbsent(form.fields().get(i % form.fields().size()).key(), key -> new ArrayList<>())
                    .add(values[i]);
        }
        answersMakeSense(form, posted);
        endsSoon(begin);
    }

    @MethodSource("posts")
    @FuzzTest(maxDuration = "10m")
    void fuzzPosts(byte[] post) {
        checksWhateverIsPosted(post);
    }

    private static void answersMakeSense(Form form, Map<String, List<String>> posted) {
        Answers answers = form.answer(posted);
        assertThat(answers.values().keySet())
                .allSatisfy(key -> assertThat(answers.errors()).doesNotContainKey(key));
        assertThat(answers.errors().values())
                .allSatisfy(error -> assertThat(error).isNotBlank());
        for (Field field : form.fields()) {
            assertThat(answers.typed().getOrDefault(field.key(), List.of()))
                    .allSatisfy(value -> assertThat(value.length())
                            .isLessThanOrEqualTo(field.kind().longest()));
        }
        if (answers.isValid()) {
            // What was cleaned is clean.
            assertThat(form.answer(answers.typed())).isEqualTo(answers);
        }
    }

    private static void endsSoon(long begin) {
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(SOON);
    }

    static Stream<byte[]> forms() {
        return Samples.FORMS.stream().map(FormFuzzTest::file);
    }

    static Stream<byte[]> posts() {
        String values = String.join(
                "\0",
                "Acme GmbH",
                "acme@example.com",
                "+49301234567",
                "https://acme.example",
                "DE",
                "25",
                "2.5",
                "2026-03-31",
                "true",
                "a\r\nb",
                "\u200Bblank\uFEFF",
                "\uD83D\uDE00");
        return Stream.iterate(0, i -> i + 1)
                .limit(FORMS.size())
                .map(i -> ((char) (int) i + values + "\0" + values).getBytes(UTF_8));
    }

    private static byte[] file(String id) {
        try (InputStream in = Form.class.getResourceAsStream("/" + id + ".form")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
