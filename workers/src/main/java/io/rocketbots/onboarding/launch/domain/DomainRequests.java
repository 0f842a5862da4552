package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** By when each reseller must have asked for a domain. */
@Component
public class DomainRequests {

    private final JdbcClient jdbc;

    DomainRequests(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Sets the deadline, once per occasion: a repeated job gets the one it set before.
     *
     * @return the deadline that counts
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public Instant deadline(ApplicationId application, long occasion, Instant deadline) {
        if (jdbc.sql("UPDATE domain_request SET occasion = :occasion, deadline_at = :deadline"
                                + " WHERE application_id = :id AND occasion <> :occasion")
                        .param("id", application.value())
                        .param("occasion", occasion)
                        .param("deadline", Timestamp.from(deadline))
                        .update()
                == 1) {
            return deadline;
        }
        Optional<Instant> known = deadlineOf(application);
        if (known.isPresent()) {
            return known.get();
        }
        jdbc.sql("INSERT INTO domain_request (application_id, occasion, deadline_at)"
                        + " VALUES (:id, :occasion, :deadline)")
                .param("id", application.value())
                .param("occasion", occasion)
                .param("deadline", Timestamp.from(deadline))
                .update();
        return deadline;
    }

    /** By when that case's reseller must ask for a domain; empty before the process waits for it. */
    public Optional<Instant> deadlineOf(ApplicationId application) {
        return jdbc.sql("SELECT deadline_at FROM domain_request WHERE application_id = :id")
                .param("id", application.value())
                .query((row, number) -> row.getTimestamp("deadline_at").toInstant())
                .optional();
    }
}
