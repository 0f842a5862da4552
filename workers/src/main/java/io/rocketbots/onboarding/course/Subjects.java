package io.rocketbots.onboarding.course;

import io.rocketbots.onboarding.application.ApplicationId;
import io.rocketbots.onboarding.reseller.ResellerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the case of what a process instance is about, and what the instances of a case may be about. */
@Component
class Subjects {

    private final JdbcClient jdbc;

    Subjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The case of a domain, a reseller, a Space, an invitation or an offboarding. */
    Optional<ApplicationId> caseOf(@Nullable UUID subject) {
        return jdbc.sql("""
                SELECT id FROM application WHERE id = CAST(:id AS uuid)
                UNION SELECT application_id FROM custom_domain WHERE id = CAST(:id AS uuid)
                UNION SELECT application_id FROM reseller WHERE id = CAST(:id AS uuid)
                UNION SELECT application_id FROM offboarding WHERE id = CAST(:id AS uuid)
                UNION SELECT r.application_id FROM space s JOIN reseller r ON r.id = s.platform_id
                    WHERE s.id = CAST(:id AS uuid)
                UNION SELECT r.application_id FROM invitation i JOIN reseller r ON r.id IN (i.platform_id, i.reseller_id)
                    WHERE i.id = CAST(:id AS uuid)
                """).param("id", subject).query(UUID.class).list().stream()
                .findFirst()
                .map(ApplicationId::new);
    }

    /** The application, its reseller, its domains and its offboardings. */
    List<UUID> ofCase(ApplicationId application) {
        return jdbc.sql("""
                SELECT id FROM application WHERE id = :id
                UNION SELECT id FROM custom_domain WHERE application_id = :id
                UNION SELECT id FROM reseller WHERE application_id = :id
                UNION SELECT id FROM offboarding WHERE application_id = :id
                """).param("id", application.value()).query(UUID.class).list();
    }

    /** The newest Spaces and invitations of a reseller. */
    List<UUID> newestOf(ResellerId reseller, int most) {
        List<UUID> spaces = jdbc.sql("""
                SELECT id FROM space WHERE platform_id = :id ORDER BY created_at DESC FETCH FIRST :most ROWS ONLY
                """)
                .param("id", reseller.value())
                .param("most", most)
                .query(UUID.class)
                .list();
        List<UUID> invitations = jdbc.sql("""
                SELECT id FROM invitation WHERE platform_id = :id OR reseller_id = :id
                ORDER BY created_at DESC FETCH FIRST :most ROWS ONLY
                """)
                .param("id", reseller.value())
                .param("most", most)
                .query(UUID.class)
                .list();
        return Stream.concat(spaces.stream(), invitations.stream()).toList();
    }

    /** The name of a domain or a Space; empty for everything else, which has none of its own. */
    Optional<String> nameOf(@Nullable UUID subject) {
        return jdbc.sql("""
                SELECT name FROM custom_domain WHERE id = CAST(:id AS uuid)
                UNION ALL SELECT name FROM space WHERE id = CAST(:id AS uuid)
                UNION ALL SELECT s.name FROM invitation i JOIN space s ON s.id = i.space_id WHERE i.id = CAST(:id AS uuid)
                """).param("id", subject).query(String.class).list().stream()
                .findFirst();
    }
}
