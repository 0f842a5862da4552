package io.rocketbots.onboarding.form;

import static org.assertj.core.api.Assertions.assertThat;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateModelException;
import java.io.StringWriter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the fields look like; the golden files hold the whole of it. */
class FormRendererTest {

    private static final FormRenderer RENDERER = new FormRenderer();
    private static final Map<String, Object> VARIABLES = Map.of(
            "caseUrl", "https://rocketbots.example/team/applications/7",
            "triage", Map.of("priority", 70, "reviewTeam", "reviewers"),
            "reviewDeadline", "2026-11-25T10:15:00Z",
            "taskDueAt", "2026-11-25T10:15:00Z",
            "about", "branding");

    @ParameterizedTest
    @MethodSource("io.rocketbots.onboarding.form.Samples#forms")
    void writesEveryFormAsItsGoldenFile(String id) throws Exception {
        FormView view = FormView.of(Form.named(id)).withVariables(VARIABLES);

        Golden.assertMatches(id, html(view));
    }

    @Test
    void writesWhatIsWrongBesideEachFieldAndKeepsWhatWasTyped() throws Exception {
        Form form = Form.named("reseller-application");
        Answers answers = form.answer(Map.of(
                "companyName", List.of("Acme"),
                "email", List.of("anna at acme"),
                "country", List.of("DE"),
                "expectedSpaces", List.of("many")));

        Golden.assertMatches(
                "reseller-application-with-errors", html(FormView.of(form).withAnswers(answers)));
    }

    @Test
    void writesEveryKindOfComponent() throws Exception {
        FormView view =
                FormView.of(Samples.everyKind()).withValues(Map.of("languages", List.of("de", "en"), "spaces", 12));

        Golden.assertMatches("every-kind", html(view));
    }

    @Test
    void showsWhatMayApply() throws Exception {
        String html = html(FormView.of(Form.named("resolve-duplicate-account")));

        assertThat(html).contains("name=\"email\"", "name=\"message\"", "data-depends-on=\"decision\"");
    }

    @Test
    void leavesOutTextsThatHaveNothingToSay() throws Exception {
        String html = html(FormView.of(Form.named("call-reseller")));

        assertThat(html).doesNotContain("<p", "Text_");
    }

    @Test
    void escapesWhatWasTypedEverywhere() throws Exception {
        Form form = Form.named("reseller-application");
        String attack = "\"><script>alert(1)</script></textarea>";
        Map<String, List<String>> posted = new HashMap<>();
        form.fields().forEach(field -> posted.put(field.key(), List.of(attack)));

        String html = html(FormView.of(form).withAnswers(form.answer(posted)));

        assertThat(html).contains("&lt;script&gt;").doesNotContain("<script", "\">&lt;", attack);
    }

    @Test
    void escapesLabelsOptionsErrorsAndTexts() throws Exception {
        String attack = "<img src=x onerror=alert(1)>\\\"'";
        Form form = Form.read("sample", Samples.formOf("""
                {"type": "radio", "id": "A", "key": "a", "label": "%1$s", "description": "%1$s",
                 "values": [{"label": "%1$s", "value": "%1$s"}]},
                {"type": "text", "id": "T", "text": "**%1$s** and [%1$s](https://shop.example/%1$s)"}
                """.formatted(attack)));
        FormView view = FormView.of(form).withAnswers(new Answers(Map.of(), Map.of("a", "<b>wrong</b>"), Map.of()));

        assertThat(html(view)).doesNotContain("<img", "<b>", "\"<", "\\\"'");
    }

    @Test
    void leadsOnlyToTheWebAndToThisHost() throws Exception {
        Form form = Form.read(
                "sample",
                Samples.formOf(
                        "{\"type\": \"text\", \"id\": \"T\","
                                + " \"text\": \"[a](javascript:alert(1)) [b](//evil.example) [c](/team) [d](data:text/html,x)\"}"));

        String html = html(FormView.of(form));

        assertThat(html).containsOnlyOnce("href=").contains("<a href=\"/team\">c</a>", "[b](//evil.example)");
    }

    @Test
    void isPrintedByAPageAsItIs() throws Exception {
        Configuration page = new Configuration(Configuration.VERSION_2_3_34);
        Template template = new Template("page.ftlh", "<form>${fields}</form>", page);
        StringWriter out = new StringWriter();

        template.process(Map.of("fields", RENDERER.render(FormView.of(Form.named("call-reseller")))), out);

        assertThat(out.toString()).startsWith("<form><div>");
    }

    private static String html(FormView view) throws TemplateModelException {
        return HTMLOutputFormat.INSTANCE.getMarkupString(RENDERER.render(view));
    }
}
