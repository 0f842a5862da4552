package io.rocketbots.onboarding.customer.contact;

import io.rocketbots.onboarding.customer.contact.CsvLines.Line;
import io.rocketbots.onboarding.customer.contact.ImportQueue.Claimed;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Works off some lines of an import in one transaction: their contacts, the count of the Space and how far the import
 * has come are committed together or not at all, so that an import that was killed goes on where it was.
 */
@Component
class ImportBatches {

    private static final int LONGEST_CONTENT = 300;
    private static final String FULL = "Limit reached: this Space holds as many contacts as it may.";
    private static final String CLOSED = "The Space is closed at present.";

    private final Contacts contacts;
    private final ContactCount count;
    private final JdbcClient jdbc;
    private final JdbcOperations batches;
    private final ContactTerms terms;
    private final Clock clock;

    ImportBatches(
            Contacts contacts,
            ContactCount count,
            JdbcClient jdbc,
            NamedParameterJdbcOperations batches,
            ContactTerms terms,
            Clock clock) {
        this.contacts = contacts;
        this.count = count;
        this.jdbc = jdbc;
        this.batches = batches.getJdbcOperations();
        this.terms = terms;
        this.clock = clock;
    }

    private record Room(int contacts, String whyNoMore) {}

    /** What became of lines. */
    private static final class Tally {
        final List<Contact> added = new ArrayList<>();
        final List<Object[]> errors = new ArrayList<>();
        int skipped;
        int faulty;
        int refused;
    }

    /**
     * False when the import is not ours any more, with nothing done.
     *
     * @param done how many lines were worked off before these
     */
    @Transactional
    public boolean workOff(Claimed claimed, int done, List<Line> lines) {
        int now = done + lines.size();
        if (!advance(claimed, done, now)) {
            return false;
        }
        Tally tally = sort(claimed, lines);
        if (!tally.added.isEmpty()) {
            if (!count.take(claimed.space(), tally.added.size())) {
                throw new IllegalStateException("Space " + claimed.space().value()
                        + " lost room while its row was locked, so nothing of this batch of import "
                        + claimed.id().value() + " is kept.");
            }
            contacts.insert(tally.added);
        }
        note(claimed, tally);
        if (now >= claimed.total()) {
            finish(claimed);
        }
        return true;
    }

    private boolean advance(Claimed claimed, int before, int after) {
        return jdbc.sql("""
                UPDATE contact_import SET done = :after, lease_until = :until
                WHERE id = :id AND state = 'RUNNING' AND attempts = :attempt AND done = :before
                """)
                        .param("after", after)
                        .param("until", Timestamp.from(clock.instant().plus(terms.lease())))
                        .param("id", claimed.id().value())
                        .param("attempt", claimed.attempt())
                        .param("before", before)
                        .update()
                == 1;
    }

    private Tally sort(Claimed claimed, List<Line> lines) {
        Tally tally = new Tally();
        List<Line> good = new ArrayList<>();
        for (Line line : lines) {
            Map<String, String> faults = line.draft().faults();
            if (faults.isEmpty()) {
                good.add(line);
            } else {
                tally.faulty++;
                faults.forEach((field, reason) -> tally.errors.add(
                        error(claimed, line, CsvColumns.heading(field), reason, content(line.draft(), field))));
            }
        }
        // From here on nobody else adds to the Space, so that room and identities stay as they are read.
        Room room = lockedRoom(claimed.space());
        Set<String> known = contacts.present(
                claimed.space(),
                good.stream().map(line -> SearchWords.identity(line.draft())).toList());
        Set<String> seen = new HashSet<>(known);
        for (Line line : good) {
            if (seen.contains(SearchWords.identity(line.draft()))) {
                tally.skipped++;
            } else if (tally.added.size() < room.contacts()) {
                seen.add(SearchWords.identity(line.draft()));
                tally.added.add(Contact.create(claimed.space(), line.draft(), clock.instant()));
            } else {
                tally.refused++;
                tally.errors.add(error(claimed, line, "", room.whyNoMore(), ""));
            }
        }
        return tally;
    }

    private Room lockedRoom(SpaceId space) {
        return jdbc.sql("SELECT state, contacts, contact_limit FROM space WHERE id = :id FOR UPDATE")
                .param("id", space.value())
                .query((row, number) -> {
                    if (!row.getString("state").equals("ACTIVE")) {
                        return new Room(0, CLOSED);
                    }
                    int limit = row.getInt("contact_limit");
                    return new Room(row.wasNull() ? Integer.MAX_VALUE : limit - row.getInt("contacts"), FULL);
                })
                .single();
    }

    private void note(Claimed claimed, Tally tally) {
        if (!tally.errors.isEmpty()) {
            batches.batchUpdate(
                    "INSERT INTO contact_import_error (import_id, line, field, reason, content) VALUES (?, ?, ?, ?, ?)",
                    tally.errors);
        }
        jdbc.sql("""
                UPDATE contact_import SET added = added + :added, skipped = skipped + :skipped,
                    faulty = faulty + :faulty, refused = refused + :refused
                WHERE id = :id
                """)
                .param("added", tally.added.size())
                .param("skipped", tally.skipped)
                .param("faulty", tally.faulty)
                .param("refused", tally.refused)
                .param("id", claimed.id().value())
                .update();
    }

    private void finish(Claimed claimed) {
        jdbc.sql("UPDATE contact_import SET state = 'DONE', finished_at = :now, lease_until = NULL WHERE id = :id")
                .param("now", Timestamp.from(clock.instant()))
                .param("id", claimed.id().value())
                .update();
        jdbc.sql("DELETE FROM contact_import_part WHERE import_id = :id")
                .param("id", claimed.id().value())
                .update();
    }

    private static Object[] error(Claimed claimed, Line line, String field, String reason, String content) {
        String shown = content.length() <= LONGEST_CONTENT ? content : content.substring(0, LONGEST_CONTENT);
        return new Object[] {claimed.id().value(), line.number(), field, reason, shown};
    }

    private static String content(ContactDraft draft, String field) {
        return switch (field) {
            case ContactDraft.FIRST_NAME -> draft.firstName();
            case ContactDraft.LAST_NAME -> draft.lastName();
            case ContactDraft.EMAIL -> draft.email();
            default -> draft.phone();
        };
    }
}
