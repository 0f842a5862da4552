package io.rocketbots.onboarding.form;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A Camunda form as Tasklist shows it, read so that the web app can show it and the server can check what was posted.
 * Reading fails on anything this module would treat otherwise than Tasklist.
 */
public record Form(String id, List<Field> fields) {

    public Form {
        fields = List.copyOf(fields);
    }

    /** Reads {@code /<id>.form} from the class path. */
    public static Form named(String id) {
        try (InputStream in = Form.class.getResourceAsStream("/" + id + ".form")) {
            if (in == null) {
                throw new IllegalArgumentException("There is no form \"" + id + "\" on the class path.");
            }
            Form form = read(id, new String(in.readAllBytes(), StandardCharsets.UTF_8));
            if (!form.id().equals(id)) {
                throw new IllegalArgumentException("The form in " + id + ".form calls itself \"" + form.id() + "\".");
            }
            return form;
        } catch (IOException e) {
            throw new UncheckedIOException("The form \"" + id + "\" cannot be read.", e);
        }
    }

    /**
     * Reads the JSON of a form.
     *
     * @param name says in messages which form is meant
     */
    public static Form read(String name, String json) {
        return new FormReader(name).read(json);
    }

    /** The form less some components, by key or id: those the page asks in another way or knows itself. */
    public Form without(String... keys) {
        Set<String> left = Set.of(keys);
        return new Form(
                id,
                fields.stream()
                        .filter(field -> !left.contains(field.key()) && !left.contains(field.id()))
                        .toList());
    }

    /** The component with this key; there must be one. */
    public Field field(String key) {
        return fields.stream()
                .filter(field -> field.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Form " + id + " has no field " + key + "."));
    }

    /** Checks what was posted; see {@link Answers}. */
    public Answers answer(Map<String, List<String>> posted) {
        return answer(posted, Map.of());
    }

    /**
     * Checks what was posted.
     *
     * @param variables what expressions of the form may read besides its own values
     */
    public Answers answer(Map<String, List<String>> posted, Map<String, ? extends @Nullable Object> variables) {
        return new AnswerCheck(this, variables).check(posted);
    }
}
