package io.rocketbots.onboarding.form;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateHTMLOutputModel;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.rocketbots.onboarding.form.Field.Format;
import io.rocketbots.onboarding.form.Field.Option;
import io.rocketbots.onboarding.form.Markup.Cell;
import io.rocketbots.onboarding.form.Markup.Choice;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Writes the fields of a form as accessible HTML with Bootstrap's classes. The result is markup that a Freemarker page
 * prints with {@code ${fields}} as it is; everything in it is escaped.
 */
public final class FormRenderer {

    private static final int FORM_COLUMNS = 16;
    private static final int PAGE_COLUMNS = 12;

    private final Template template;

    public FormRenderer() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);
        configuration.setClassForTemplateLoading(FormRenderer.class, "");
        configuration.setDefaultEncoding("UTF-8");
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        try {
            template = configuration.getTemplate("fields.ftlh");
        } catch (IOException e) {
            throw new UncheckedIOException("The template of the forms cannot be read.", e);
        }
    }

    /** The fields of the form; see {@link FormView} for what the page around them owns. */
    public TemplateHTMLOutputModel render(FormView view) {
        Map<String, @Nullable Object> model = new HashMap<>();
        model.put("rows", rows(view));
        StringWriter out = new StringWriter();
        try {
            template.process(model, out);
            return HTMLOutputFormat.INSTANCE.fromMarkup(out.toString());
        } catch (TemplateException | IOException e) {
            throw new IllegalStateException("The form " + view.form().id() + " cannot be rendered.", e);
        }
    }

    private static List<List<Cell>> rows(FormView view) {
        Map<String, List<String>> values = valuesOrDefaults(view);
        Set<String> hidden = AnswerCheck.hidden(view.form(), values, view.variables());
        Map<String, @Nullable Object> context = AnswerCheck.context(view.form(), values, view.variables(), Set.of());
        Map<String, List<Field>> byRow = new LinkedHashMap<>();
        for (Field field : view.form().fields()) {
            // Nothing would bring a hidden question back, so only what asks nothing is left out.
            boolean shown = !hidden.contains(field.key()) || field.kind().asks();
            if (shown
                    && !(field.kind() == FieldKind.TEXT
                            && field.label().text(context).isEmpty())) {
                byRow.computeIfAbsent(field.layout().row(), row -> new ArrayList<>())
                        .add(field);
            }
        }
        String first = view.form().fields().stream()
                .map(Field::key)
                .filter(view.errors()::containsKey)
                .findFirst()
                .orElse("");
        List<List<Cell>> rows = new ArrayList<>();
        for (List<Field> fields : byRow.values()) {
            List<String> widths = widths(fields);
            List<Cell> cells = new ArrayList<>();
            for (int i = 0; i < fields.size(); i++) {
                Field field = fields.get(i);
                cells.add(
                        cell(view, field, values.getOrDefault(field.key(), List.of()), context, widths.get(i), first));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static Map<String, List<String>> valuesOrDefaults(FormView view) {
        Map<String, List<String>> values = new HashMap<>();
        for (Field field : view.form().fields()) {
            values.put(field.key(), view.values().getOrDefault(field.key(), field.defaults()));
        }
        return values;
    }

    /** Form-js counts 16 columns, Bootstrap 12; the edges are rounded, so that a full row stays one row. */
    private static List<String> widths(List<Field> fields) {
        List<String> widths = new ArrayList<>();
        int edge = 0;
        for (Field field : fields) {
            Integer columns = field.layout().columns();
            if (columns == null) {
                widths.add(fields.size() == 1 ? "col-12" : "col-12 col-md");
            } else {
                long from = Math.round((double) edge * PAGE_COLUMNS / FORM_COLUMNS);
                edge += columns;
                long to = Math.round((double) edge * PAGE_COLUMNS / FORM_COLUMNS);
                widths.add("col-12 col-md-" + Math.max(1, to - from));
            }
        }
        return widths;
    }

    private static Cell cell(
            FormView view,
            Field field,
            List<String> values,
            Map<String, @Nullable Object> context,
            String width,
            String firstWrong) {
        String label = field.label().text(context).orElse("");
        return new Cell(
                field.kind().type(),
                inputType(field),
                field.key(),
                label,
                field.description().text(context).orElse(null),
                view.errors().get(field.key()),
                field.rules().required() && !field.isConditional(),
                field.disabled() || field.readOnly().isTrue(context),
                field.key().equals(firstWrong),
                values.isEmpty() ? "" : values.getFirst(),
                choices(field, values),
                field.kind() == FieldKind.TEXT ? TextBlock.read(label) : List.of(),
                width,
                attributes(field),
                field.hide().names().stream().sorted().toList());
    }

    private static String inputType(Field field) {
        if (field.kind() == FieldKind.DATE) {
            return "date";
        }
        Format format = field.rules().format();
        return format == null
                ? "text"
                : switch (format) {
                    case EMAIL -> "email";
                    case PHONE -> "tel";
                };
    }

    private static List<Choice> choices(Field field, List<String> values) {
        if (field.kind() == FieldKind.CHECKBOX) {
            boolean ticked = values.contains("true") || values.contains("on");
            return List.of(new Choice(field.key(), "", "true", ticked));
        }
        List<Choice> choices = new ArrayList<>();
        for (Option option : field.options()) {
            String choiceId = field.key() + "-" + (choices.size() + 1);
            choices.add(new Choice(choiceId, option.label(), option.value(), values.contains(option.value())));
        }
        return choices;
    }

    private static Map<String, String> attributes(Field field) {
        Map<String, String> attributes = new TreeMap<>();
        Field.Hints hints = field.hints();
        if (hints.autocomplete() != null) {
            attributes.put("autocomplete", hints.autocomplete());
        }
        if (hints.inputmode() != null) {
            attributes.put("inputmode", hints.inputmode());
        } else if (field.kind() == FieldKind.NUMBER) {
            attributes.put("inputmode", Objects.equals(field.rules().decimalDigits(), 0) ? "numeric" : "decimal");
        }
        return attributes;
    }
}
