package io.rocketbots.onboarding.customer.contact;

import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Comparator;
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

    /** How many entries are looked at for a page, so that it comes in time though hardly one fits. */
    static final int LOOKED_AT = 4000;

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
     * @param backwards whether it was asked for from the page behind, so that it goes on with the page before
     * @param unfinished whether there was too much to look at, so that the page may be filled by looking further
     */
    public record Page(
            List<Contact> contacts,
            @Nullable String previous,
            @Nullable String next,
            boolean backwards,
            boolean unfinished) {}

    private record Found(Place place, @Nullable Contact contact) {}

    private record Rows(List<Found> found, Optional<Place> stoppedAt) {}

    private record Counted(Walk walk, int entries) {}

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
            return new Page(List.of(), null, null, backwards, false);
        }
        Optional<Place> from = after.or(() -> before);
        Rows rows = terms.isEmpty()
                ? new Rows(all(space, from, backwards), Optional.empty())
                : search(space, terms, from, backwards);
        List<Found> found = new ArrayList<>(rows.found());
        boolean full = found.size() > PAGE_SIZE;
        if (full) {
            found.removeLast();
        }
        Optional<Place> onward = full ? Optional.of(found.getLast().place()) : rows.stoppedAt();
        Optional<Place> back =
                found.isEmpty() ? from : from.map(there -> found.getFirst().place());
        if (backwards) {
            Collections.reverse(found);
        }
        return new Page(
                contacts(found),
                written(backwards ? onward : back),
                written(backwards ? back : onward),
                backwards,
                !full && onward.isPresent());
    }

    private static @Nullable String written(Optional<Place> place) {
        return place.map(Place::written).orElse(null);
    }

    /** The statement of one page of all contacts; its plan is tested. */
    static String listSql(boolean continued, boolean backwards) {
        return "SELECT " + Contacts.COLUMNS + ", sort_key FROM contact WHERE space_id = :space"
                + beyond("sort_key", "id", continued, backwards)
                + order("space_id", "sort_key", "id", backwards)
                + " LIMIT " + (PAGE_SIZE + 1);
    }

    /**
     * The statement of one page of a search, which goes through the entries of one word or of a pair and asks of each
     * whether its contact has the terms; its plan is tested. A contact with several words that fit stands at the first
     * of them.
     *
     * @param terms how many terms are still asked for
     * @param bounded whether it ends at a place
     */
    static String searchSql(boolean pair, int terms, boolean continued, boolean bounded, boolean backwards) {
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
        if (bounded) {
            String sign = backwards ? ">" : "<";
            sql.append(" AND w.entry %1$s= :endKey AND (w.entry %1$s :endKey OR w.contact_id %1$s= :endId)"
                    .formatted(sign));
        }
        return sql
                + beyond("w.entry", "w.contact_id", continued, backwards)
                + order("w.space_id", "w.entry", "w.contact_id", backwards)
                + " LIMIT " + (PAGE_SIZE + 1);
    }

    /** The statement of the place at which a long search stops for now. */
    private static String endSql(boolean continued, boolean backwards) {
        return "SELECT w.entry, w.contact_id FROM contact_word w"
                + " WHERE w.space_id = :space AND w.entry >= :from AND w.entry < :to"
                + beyond("w.entry", "w.contact_id", continued, backwards)
                + order("w.space_id", "w.entry", "w.contact_id", backwards)
                + " LIMIT 1 OFFSET " + (LOOKED_AT - 1);
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
        return " ORDER BY %s%4$s, %s%4$s, %s%4$s".formatted(space, key, id, direction);
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

    private Rows search(SpaceId space, List<byte[]> terms, Optional<Place> from, boolean backwards) {
        Counted shortest = shortest(space, terms, from);
        Walk walk = shortest.walk();
        Optional<Place> end = shortest.entries() < COUNTED ? Optional.empty() : end(space, walk, from, backwards);
        JdbcClient.StatementSpec query = on(
                walk,
                space,
                from,
                searchSql(walk.pair, walk.others.size(), from.isPresent(), end.isPresent(), backwards));
        for (int i = 0; i < walk.others.size(); i++) {
            byte[] other = walk.others.get(i);
            query = query.param("from" + i, other).param("to" + i, SearchWords.behind(other));
        }
        if (end.isPresent()) {
            query = query.param("endKey", end.get().key())
                    .param("endId", end.get().id());
        }
        return new Rows(
                query.query((row, number) -> new Found(place(row), null)).list(), end);
    }

    private Optional<Place> end(SpaceId space, Walk walk, Optional<Place> from, boolean backwards) {
        return on(walk, space, from, endSql(from.isPresent(), backwards))
                .query((row, number) -> place(row))
                .optional();
    }

    private JdbcClient.StatementSpec on(Walk walk, SpaceId space, Optional<Place> from, String sql) {
        return continued(
                jdbc.sql(sql)
                        .param("space", space.value())
                        .param("from", walk.from())
                        .param("to", walk.to()),
                from);
    }

    private static Place place(ResultSet row) throws SQLException {
        return new Place(row.getBytes("entry"), row.getObject("contact_id", UUID.class));
    }

    /** The way with the fewest entries; a page that goes on keeps to the way on which its place lies. */
    private Counted shortest(SpaceId space, List<byte[]> terms, Optional<Place> from) {
        if (terms.size() == 1) {
            return new Counted(Walk.byWord(terms, 0), 0);
        }
        Stream<Walk> byWord = IntStream.range(0, terms.size()).mapToObj(term -> Walk.byWord(terms, term));
        // Pairs come first, since they are the better way when there are too many entries to count.
        List<Counted> shortestFirst = Stream.concat(byPair(terms), byWord)
                .map(walk -> new Counted(walk, count(space, walk)))
                .sorted(Comparator.comparingInt(Counted::entries))
                .toList();
        return from.flatMap(place -> shortestFirst.stream()
                        .filter(counted -> counted.walk().leadsTo(place))
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
