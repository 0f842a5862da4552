package io.rocketbots.onboarding.contact;

import io.rocketbots.onboarding.space.SpaceId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The contacts of a Space page by page, by last and first name, or by the word that was looked for. A page begins where
 * the one before ended, in an index, so that the last page of a million contacts comes as fast as the first.
 */
@Component
public class ContactList {

    public static final int PAGE_SIZE = 50;

    /** How far entries are counted, to find the shortest way. */
    private static final int COUNTED = 2000;

    private final JdbcClient jdbc;

    ContactList(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The place of a row in the list, to go on from, by its sort key or its entry in the index of words; opaque in addresses. */
    private static final class Place {

        private final byte[] key;
        private final UUID id;

        Place(byte[] key, UUID id) {
            this.key = key.clone();
            this.id = id;
        }

        byte[] key() {
            return key.clone();
        }

        UUID id() {
            return id;
        }

        String written() {
            ByteBuffer bytes = ByteBuffer.allocate(Long.BYTES * 2 + key.length);
            bytes.putLong(id.getMostSignificantBits())
                    .putLong(id.getLeastSignificantBits())
                    .put(key);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
        }

        static Optional<Place> read(@Nullable String written) {
            if (written == null || written.isEmpty()) {
                return Optional.empty();
            }
            try {
                ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(written));
                UUID id = new UUID(bytes.getLong(), bytes.getLong());
                byte[] key = new byte[bytes.remaining()];
                bytes.get(key);
                return Optional.of(new Place(key, id));
            } catch (IllegalArgumentException | BufferUnderflowException mistyped) {
                return Optional.empty();
            }
        }
    }

    /**
     * Which page is asked for.
     *
     * @param search prefixes of words or of whole fields, all of which a contact must have; blank for all contacts
     * @param after the end of the page before; null or unreadable for the first page
     * @param before the beginning of the page behind
     */
    public record Wanted(
            String search, @Nullable String after, @Nullable String before) {}

    /**
     * One page.
     *
     * @param previous with what to ask for the page before, if there is one
     * @param next with what to ask for the next page, if there is one
     */
    public record Page(
            List<Contact> contacts,
            @Nullable String previous,
            @Nullable String next) {}

    private record Found(Place place, @Nullable Contact contact) {}

    /** The entries that a search goes through: how they begin, and the terms that must be asked for each. */
    private static final class Walk {

        private final byte[] from;
        private final boolean pair;
        private final List<byte[]> others;

        private Walk(byte[] from, boolean pair, List<byte[]> others) {
            this.from = from.clone();
            this.pair = pair;
            this.others = others;
        }

        /** Through what begins with one of the terms. */
        static Walk byWord(List<byte[]> terms, int term) {
            List<byte[]> others = new ArrayList<>(terms);
            return new Walk(others.remove(term), false, others);
        }

        static Walk byPair(byte[] pair, List<byte[]> terms) {
            return new Walk(pair, true, terms);
        }

        byte[] from() {
            return from.clone();
        }

        byte[] to() {
            return SearchWords.behind(from);
        }

        boolean leadsTo(Place place) {
            return Arrays.compareUnsigned(place.key(), from) >= 0 && Arrays.compareUnsigned(place.key(), to()) < 0;
        }
    }

    public Page page(SpaceId space, Wanted wanted) {
        Optional<Place> after = Place.read(wanted.after());
        Optional<Place> before = after.isPresent() ? Optional.empty() : Place.read(wanted.before());
        boolean backwards = before.isPresent();
        List<byte[]> terms = wanted.search().isBlank() ? List.of() : SearchWords.terms(wanted.search());
        if (!wanted.search().isBlank() && terms.isEmpty()) {
            return new Page(List.of(), null, null);
        }
        Optional<Place> from = after.or(() -> before);
        List<Found> found =
                new ArrayList<>(terms.isEmpty() ? all(space, from, backwards) : search(space, terms, from, backwards));
        boolean more = found.size() > PAGE_SIZE;
        if (more) {
            found.removeLast();
        }
        if (backwards) {
            Collections.reverse(found);
        }
        boolean hasPrevious = backwards ? more : after.isPresent();
        boolean hasNext = backwards || more;
        return new Page(
                contacts(found),
                hasPrevious && !found.isEmpty() ? found.getFirst().place().written() : null,
                hasNext && !found.isEmpty() ? found.getLast().place().written() : null);
    }

    /** The statement of one page of all contacts; its plan is tested. */
    static String listSql(boolean continued, boolean backwards) {
        return "SELECT " + Contacts.COLUMNS + ", sort_key FROM contact WHERE space_id = :space"
                + beyond("sort_key", "id", continued, backwards)
                + order("space_id", "sort_key", "id", backwards);
    }

    /**
     * The statement of one page of a search, which goes through the entries of one word or of a pair and asks of each
     * whether its contact has the terms; its plan is tested. A contact with several words that fit stands at the first
     * of them.
     *
     * @param terms how many terms are still asked for
     */
    static String searchSql(boolean pair, int terms, boolean continued, boolean backwards) {
        StringBuilder sql = new StringBuilder("""
                SELECT w.entry, w.contact_id FROM contact_word w
                WHERE w.space_id = :space AND w.entry >= :from AND w.entry < :to
                """);
        if (!pair) {
            sql.append("""
                    AND NOT EXISTS (SELECT 1 FROM contact_word earlier
                        WHERE earlier.contact_id = w.contact_id AND earlier.entry >= :from AND earlier.entry < w.entry)
                    """);
        }
        for (int i = 0; i < terms; i++) {
            sql.append(" AND EXISTS (SELECT 1 FROM contact_word other WHERE other.contact_id = w.contact_id"
                    + " AND other.entry >= :from%1$d AND other.entry < :to%1$d)".formatted(i));
        }
        return sql
                + beyond("w.entry", "w.contact_id", continued, backwards)
                + order("w.space_id", "w.entry", "w.contact_id", backwards);
    }

    /** Written so that both databases jump to the place in the index. */
    private static String beyond(String key, String id, boolean continued, boolean backwards) {
        if (!continued) {
            return "";
        }
        String sign = backwards ? "<" : ">";
        return " AND %1$s %2$s= :key AND (%1$s %2$s :key OR %3$s %2$s :id)".formatted(key, sign, id);
    }

    private static String order(String space, String key, String id, boolean backwards) {
        String direction = backwards ? " DESC" : "";
        return " ORDER BY %s%4$s, %s%4$s, %s%4$s LIMIT %5$d".formatted(space, key, id, direction, PAGE_SIZE + 1);
    }

    private List<Found> all(SpaceId space, Optional<Place> from, boolean backwards) {
        return continued(jdbc.sql(listSql(from.isPresent(), backwards)).param("space", space.value()), from)
                .query((row, number) -> {
                    Contact contact = Contacts.read(row, number);
                    return new Found(
                            new Place(row.getBytes("sort_key"), contact.id().value()), contact);
                })
                .list();
    }

    private List<Found> search(SpaceId space, List<byte[]> terms, Optional<Place> from, boolean backwards) {
        Walk walk = walk(space, terms, from);
        JdbcClient.StatementSpec query = jdbc.sql(searchSql(walk.pair, walk.others.size(), from.isPresent(), backwards))
                .param("space", space.value())
                .param("from", walk.from())
                .param("to", walk.to());
        for (int i = 0; i < walk.others.size(); i++) {
            byte[] other = walk.others.get(i);
            query = query.param("from" + i, other).param("to" + i, SearchWords.behind(other));
        }
        return continued(query, from)
                .query((row, number) ->
                        new Found(new Place(row.getBytes("entry"), row.getObject("contact_id", UUID.class)), null))
                .list();
    }

    /** The way with the fewest entries; a page that goes on keeps to the way on which its place lies. */
    private Walk walk(SpaceId space, List<byte[]> terms, Optional<Place> from) {
        if (terms.size() == 1) {
            return Walk.byWord(terms, 0);
        }
        Stream<Walk> byWord = IntStream.range(0, terms.size()).mapToObj(term -> Walk.byWord(terms, term));
        // Pairs come first, since they are the better way when there are too many entries to count.
        List<Walk> shortestFirst = Stream.concat(byPair(terms), byWord)
                .map(walk -> Map.entry(walk, count(space, walk)))
                .sorted(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .toList();
        return from.flatMap(place -> shortestFirst.stream()
                        .filter(walk -> walk.leadsTo(place))
                        .findFirst())
                .orElse(shortestFirst.getFirst());
    }

    private static Stream<Walk> byPair(List<byte[]> terms) {
        return IntStream.range(1, terms.size())
                .boxed()
                .flatMap(second -> terms.subList(0, second).stream()
                        .flatMap(first -> SearchWords.pair(first, terms.get(second)).stream()))
                .map(pair -> Walk.byPair(pair, terms));
    }

    private int count(SpaceId space, Walk walk) {
        return jdbc.sql("""
                SELECT COUNT(*) FROM (SELECT 1 FROM contact_word
                WHERE space_id = :space AND entry >= :from AND entry < :to LIMIT %d) AS counted
                """.formatted(COUNTED))
                .param("space", space.value())
                .param("from", walk.from())
                .param("to", walk.to())
                .query(Integer.class)
                .single();
    }

    private static JdbcClient.StatementSpec continued(JdbcClient.StatementSpec query, Optional<Place> from) {
        return from.map(place -> query.param("key", place.key()).param("id", place.id()))
                .orElse(query);
    }

    /** A search finds words; their contacts are read by their ids. */
    private List<Contact> contacts(List<Found> found) {
        if (found.stream().allMatch(row -> row.contact() != null)) {
            return found.stream()
                    .map(row -> Objects.requireNonNull(row.contact()))
                    .toList();
        }
        List<UUID> ids = found.stream().map(row -> row.place().id()).toList();
        Map<UUID, Contact> byId = jdbc
                .sql("SELECT " + Contacts.COLUMNS + " FROM contact WHERE id IN (:ids)")
                .param("ids", ids)
                .query(Contacts::read)
                .list()
                .stream()
                .collect(Collectors.toMap(contact -> contact.id().value(), Function.identity()));
        return ids.stream().map(byId::get).filter(Objects::nonNull).toList();
    }
}
