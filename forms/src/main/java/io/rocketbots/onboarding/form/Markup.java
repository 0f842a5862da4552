package io.rocketbots.onboarding.form;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the template {@code fields.ftlh} is filled with; its records are public because Freemarker asks for it. */
final class Markup {

    private Markup() {}

    /** One component. */
    public record Cell(
            String type,
            String inputType,
            String key,
            String label,
            @Nullable String description,
            @Nullable String error,
            boolean required,
            boolean locked,
            boolean focused,
            String value,
            List<Choice> choices,
            List<TextBlock.Block> text,
            String width,
            Map<String, String> attributes,
            List<String> dependsOn) {

        /** The ids of the help and error text, for {@code aria-describedby}; empty when there are none. */
        public String describedBy() {
            String help = description == null ? "" : key + "-help";
            String wrong = error == null ? "" : key + "-error";
            return (help + " " + wrong).strip();
        }
    }

    /** An option, and whether it is the chosen one. */
    public record Choice(String id, String label, String value, boolean chosen) {}
}
