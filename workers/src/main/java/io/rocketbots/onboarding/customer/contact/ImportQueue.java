package io.rocketbots.onboarding.customer.contact;

import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.nio.charset.Charset;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives each import that is not done to one node at a time, for as long as that makes progress. A Space whose import is
 * being worked off waits with its next one, so that nobody's many imports hold up those of others.
 */
@Component
class ImportQueue {

    private static final String DUE = "state = 'RUNNING' AND (lease_until IS NULL OR lease_until < :now)";
    private static final int LOOKED_AT = 20;

    private final JdbcClient jdbc;
    private final ContactTerms terms;
    private final Clock clock;

    ImportQueue(JdbcClient jdbc, ContactTerms terms, Clock clock) {
        this.jdbc = jdbc;
        this.terms = terms;
        this.clock = clock;
    }

    /**
     * An import taken to be worked off.
     *
     * @param attempt proves that the lease is still ours
     * @param done how many lines were worked off before
     */
    record Claimed(ImportId id, SpaceId space, int attempt, int total, int done, CsvText text) {}

    @Transactional
    public Optional<Claimed> claim() {
        List<UUID> due = jdbc.sql("""
                SELECT id FROM contact_import WHERE %s
                AND space_id NOT IN (SELECT space_id FROM contact_import WHERE state = 'RUNNING' AND lease_until >= :now)
                ORDER BY seq LIMIT %d
                """.formatted(DUE, LOOKED_AT))
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .list();
        // One by one, since H2 limits before it skips.
        return due.stream()
                .map(ImportId::new)
                .map(this::claim)
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** That one, unless another node has it. */
    @Transactional
    public Optional<Claimed> claim(ImportId id) {
        boolean ours = jdbc.sql("SELECT id FROM contact_import WHERE id = :id AND " + DUE + " FOR UPDATE SKIP LOCKED")
                .param("id", id.value())
                .param("now", Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .isPresent();
        if (!ours) {
            return Optional.empty();
        }
        // From now on, however long it took to lock it.
        jdbc.sql("UPDATE contact_import SET attempts = attempts + 1, lease_until = :until WHERE id = :id")
                .param("until", Timestamp.from(clock.instant().plus(terms.lease())))
                .param("id", id.value())
                .update();
        return jdbc.sql("SELECT * FROM contact_import WHERE id = :id")
                .param("id", id.value())
                .query(ImportQueue::read)
                .optional();
    }

    /** Gives it back: to whoever is next, or after a pause. */
    @Transactional
    public void giveBack(Claimed claimed, Duration pause) {
        jdbc.sql("UPDATE contact_import SET lease_until = :until WHERE id = :id AND attempts = :attempt")
                .param(
                        "until",
                        pause.isZero() ? null : Timestamp.from(clock.instant().plus(pause)))
                .param("id", claimed.id().value())
                .param("attempt", claimed.attempt())
                .update();
    }

    private static Claimed read(ResultSet row, int number) throws SQLException {
        return new Claimed(
                new ImportId(row.getObject("id", UUID.class)),
                new SpaceId(row.getObject("space_id", UUID.class)),
                row.getInt("attempts"),
                row.getInt("total"),
                row.getInt("done"),
                new CsvText(
                        Charset.forName(row.getString("charset")),
                        row.getString("delimiter").charAt(0)));
    }
}
