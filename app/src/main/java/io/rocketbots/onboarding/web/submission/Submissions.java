package io.rocketbots.onboarding.web.submission;

import io.rocketbots.onboarding.kernel.link.Seal;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Which forms are on their way, on whichever node, and what those were answered with that came a moment ago. */
@Component
class Submissions {

    /** Longer than anybody takes for a second press, and shorter than anybody takes to go back and mean it. */
    private static final Duration KEPT = Duration.ofSeconds(5);

    /** Longer than any form takes: a node that has had it for so long is gone. */
    static final Duration CLAIM = Duration.ofMinutes(1);

    private static final String PURPOSE = "answer";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final SecureRandom random;
    private final Clock clock;

    /** Those that are over and could not be deleted: whoever presses again must not wait for them. */
    private final Queue<Turn.First> leftOver = new ConcurrentLinkedQueue<>();

    Submissions(JdbcClient jdbc, JsonMapper json, SecureRandom random, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.random = random;
        this.clock = clock;
    }

    /** What becomes of a press. */
    sealed interface Turn {

        /** It is the first one. */
        record First(Submission press, UUID claim) implements Turn {}

        /** The first one was answered with that. */
        record Answered(RecordedResponse answer) implements Turn {}

        /** The first one is not answered yet. */
        record Wait() implements Turn {}
    }

    @SuppressWarnings("ArrayRecordComponent") // Nobody compares two of them.
    private record Row(UUID claim, Instant at, byte @Nullable [] answer) {}

    Turn take(Submission press) {
        for (Turn.First over = leftOver.peek(); over != null; over = leftOver.peek()) {
            delete(over);
            leftOver.remove(over);
        }
        Instant now = clock.instant();
        Turn.First first = new Turn.First(press, UUID.randomUUID());
        Optional<Row> present = find(press);
        if (present.isEmpty()) {
            return insert(first, now) ? first : new Turn.Wait();
        }
        Row row = present.get();
        boolean answered = row.answer() != null;
        if (row.at().isBefore(now.minus(answered ? KEPT : CLAIM))) {
            return takeOver(first, row.claim(), now) ? first : new Turn.Wait();
        }
        if (row.answer() == null) {
            return new Turn.Wait();
        }
        return seal(press)
                .open(row.answer(), press.id())
                .<Turn>map(content -> new Turn.Answered(json.readValue(content, RecordedResponse.class)))
                .orElseThrow(() -> new IllegalStateException("The answer to a press does not open with its form."));
    }

    private Optional<Row> find(Submission press) {
        return jdbc.sql("SELECT claim, at, answer FROM press WHERE id = :id")
                .param("id", press.id())
                .query((row, number) -> new Row(
                        row.getObject("claim", UUID.class),
                        row.getTimestamp("at").toInstant(),
                        row.getBytes("answer")))
                .optional();
    }

    private boolean insert(Turn.First first, Instant now) {
        return jdbc.sql("INSERT INTO press (id, claim, at) VALUES (:id, :claim, :now) ON CONFLICT DO NOTHING")
                        .param("id", first.press().id())
                        .param("claim", first.claim())
                        .param("now", Timestamp.from(now))
                        .update()
                == 1;
    }

    private boolean takeOver(Turn.First first, UUID present, Instant now) {
        return jdbc.sql("UPDATE press SET claim = :claim, at = :now, answer = NULL WHERE id = :id AND claim = :present")
                        .param("claim", first.claim())
                        .param("now", Timestamp.from(now))
                        .param("id", first.press().id())
                        .param("present", present)
                        .update()
                == 1;
    }

    /** From now on, for a moment, the same press is answered with that. */
    void keep(Turn.First first, RecordedResponse answer) {
        Submission press = first.press();
        jdbc.sql("UPDATE press SET answer = :answer, at = :now WHERE id = :id AND claim = :claim")
                .param("answer", seal(press).close(json.writeValueAsBytes(answer), press.id()))
                .param("now", Timestamp.from(clock.instant()))
                .param("id", press.id())
                .param("claim", first.claim())
                .update();
    }

    /** The next one is looked at for itself; at once, or as soon as the database is back. */
    void forget(Turn.First first) {
        try {
            delete(first);
        } catch (DataAccessException away) {
            leftOver.add(first);
        }
    }

    private void delete(Turn.First first) {
        jdbc.sql("DELETE FROM press WHERE id = :id AND claim = :claim")
                .param("id", first.press().id())
                .param("claim", first.claim())
                .update();
    }

    @Scheduled(fixedRate = 60_000, initialDelay = 60_000)
    void tidy() {
        jdbc.sql("DELETE FROM press WHERE at < :before")
                .param("before", Timestamp.from(clock.instant().minus(CLAIM.multipliedBy(2))))
                .update();
    }

    private Seal seal(Submission press) {
        return new Seal(PURPOSE, press.secret(), random);
    }
}
