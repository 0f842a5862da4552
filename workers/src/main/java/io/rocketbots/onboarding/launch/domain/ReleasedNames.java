package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Names that were a reseller's and are free again. A record that still leads to somebody proves nothing about who owns the
 * name now, so whoever asks for one of these also shows a TXT record.
 */
@Component
public class ReleasedNames {

    private final JdbcClient jdbc;

    ReleasedNames(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** That reseller no longer has the name. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(DomainName name, ResellerId formerOwner, Instant now) {
        jdbc.sql("""
                INSERT INTO released_name (id, name, reseller_id, released_at) VALUES (:id, :name, :reseller, :now)
                """)
                .param("id", UUID.randomUUID())
                .param("name", name.value())
                .param("reseller", formerOwner.value())
                .param("now", Timestamp.from(now))
                .update();
    }

    /** Who had the name last; empty when nobody ever did. */
    public Optional<ResellerId> formerOwnerOf(DomainName name) {
        return jdbc.sql("""
                SELECT reseller_id FROM released_name WHERE name = :name ORDER BY seq DESC FETCH FIRST 1 ROWS ONLY
                """)
                .param("name", name.value())
                .query(UUID.class)
                .optional()
                .map(ResellerId::new);
    }
}
