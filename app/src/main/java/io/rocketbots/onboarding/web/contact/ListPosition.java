package io.rocketbots.onboarding.web.contact;

import io.rocketbots.onboarding.customer.contact.ContactList.Wanted;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Where in the list somebody is, carried along in addresses so that they come back to it.
 *
 * @param q what they search
 */
public record ListPosition(
        @Nullable String q,
        @Nullable String after,
        @Nullable String before) {

    private static final int LONGEST_SEARCH = 200;

    public ListPosition {
        q = q == null ? "" : q.strip();
        q = q.length() > LONGEST_SEARCH ? q.substring(0, LONGEST_SEARCH) : q;
    }

    public String search() {
        return q == null ? "" : q;
    }

    /** The page behind this one. */
    public ListPosition after(String next) {
        return new ListPosition(q, next, null);
    }

    public ListPosition before(String previous) {
        return new ListPosition(q, null, previous);
    }

    /** The beginning of the same search. */
    public ListPosition start() {
        return new ListPosition(q, null, null);
    }

    Wanted wanted() {
        return new Wanted(search(), after, before);
    }

    /** As it stands behind a path; empty for the beginning of the list. */
    public String query() {
        UriComponentsBuilder query = UriComponentsBuilder.newInstance();
        Stream.of("q", "after", "before")
                .filter(name -> !isEmpty(value(name)))
                .forEach(name -> query.queryParam(name, "{" + name + "}"));
        return query.encode()
                .buildAndExpand(Map.of("q", search(), "after", orEmpty(after), "before", orEmpty(before)))
                .toUriString();
    }

    private @Nullable String value(String name) {
        return switch (name) {
            case "q" -> q;
            case "after" -> after;
            default -> before;
        };
    }

    private static boolean isEmpty(@Nullable String value) {
        return value == null || value.isEmpty();
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
