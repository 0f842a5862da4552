package io.rocketbots.onboarding.customer.contact;

import com.google.re2j.Pattern;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;

/**
 * Which column of a file is which field of a contact, in whatever order they stand.
 *
 * @param at the position of each field's column, by the name of the field
 * @param ignored the headings of columns that a contact does not have
 */
record CsvColumns(Map<String, Integer> at, List<String> ignored) {

    /** What a file is expected to begin with. */
    static final String HEADER = "first_name,last_name,email,phone";

    static final CsvColumns NONE = new CsvColumns(Map.of(), List.of());

    private static final Map<String, String> FIELDS = Map.of(
            "firstname", ContactDraft.FIRST_NAME,
            "lastname", ContactDraft.LAST_NAME,
            "email", ContactDraft.EMAIL,
            "phone", ContactDraft.PHONE);
    private static final Pattern NO_LETTER = Pattern.compile("[^a-z]+");

    static CsvColumns of(CSVRecord header) {
        Map<String, Integer> at = new HashMap<>();
        List<String> ignored = new ArrayList<>();
        for (int i = 0; i < header.size(); i++) {
            String heading = header.get(i).strip();
            String field = FIELDS.get(
                    NO_LETTER.matcher(heading.toLowerCase(Locale.ROOT)).replaceAll(""));
            if (field != null && !at.containsKey(field)) {
                at.put(field, i);
            } else if (!heading.isEmpty()) {
                ignored.add(heading);
            }
        }
        return new CsvColumns(at, ignored);
    }

    /** The heading of a field in the expected header, for the list of errors. */
    static String heading(String field) {
        return switch (field) {
            case ContactDraft.FIRST_NAME -> "first_name";
            case ContactDraft.LAST_NAME -> "last_name";
            default -> field;
        };
    }

    boolean isEmpty() {
        return at.isEmpty();
    }

    ContactDraft draft(CSVRecord line) {
        return new ContactDraft(
                value(line, ContactDraft.FIRST_NAME),
                value(line, ContactDraft.LAST_NAME),
                value(line, ContactDraft.EMAIL),
                value(line, ContactDraft.PHONE));
    }

    /** A line may end before its last columns. */
    private String value(CSVRecord line, String field) {
        Integer column = at.get(field);
        return column == null || column >= line.size() ? "" : line.get(column);
    }
}
