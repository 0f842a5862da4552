package io.rocketbots.onboarding.lifecycle.termination;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who had which onboarding cancelled; written in the transaction that asks the engine for it, once a case. */
@Component
public class Cancellations {

    private final JdbcClient jdbc;
    private final Clock clock;

    Cancellations(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** How that case was cancelled; empty also when the applicant withdrew the application. */
    public Optional<Cancellation> of(ApplicationId application) {
        return jdbc.sql("SELECT by_name, reason FROM cancellation WHERE application_id = :id")
                .param("id", application.value())
                .query((row, number) -> new Cancellation(row.getString("by_name"), row.getString("reason")))
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void add(ApplicationId application, String byName, @Nullable String reason) {
        jdbc.sql("INSERT INTO cancellation (application_id, by_name, reason, at) VALUES (:id, :name, :reason, :at)")
                .param("id", application.value())
                .param("name", byName)
                .param("reason", reason)
                .param("at", Timestamp.from(clock.instant()))
                .update();
    }
}
