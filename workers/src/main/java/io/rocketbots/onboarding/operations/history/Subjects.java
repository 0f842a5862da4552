package io.rocketbots.onboarding.operations.history;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the case of what a process instance is about, and what the instances of a case may be about. */
@Component
public class Subjects {

    /** A key, or a process with what it is about. */
    private static final Pattern ID =
            Pattern.compile("\\d{1,18}|[a-z-]+-(?<subject>[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})");

    private final JdbcClient jdbc;

    Subjects(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The case of a domain, a reseller, a Space, an invitation or an offboarding; empty where there is none. */
    public Optional<ApplicationId> caseOf(@Nullable UUID subject) {
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

    /** What that process instance is about, by the name that {@link CaseHistories.Followed#id} gives it. */
    Optional<UUID> ofInstance(String id) {
        Matcher named = ID.matcher(id);
        if (!named.matches()) {
            return Optional.empty();
        }
        return named.group("subject") == null
                ? ofInstance(Long.parseLong(id))
                : Optional.of(UUID.fromString(named.group("subject")));
    }

    private Optional<UUID> ofInstance(long key) {
        return jdbc.sql("""
                SELECT subject_id FROM step_visit WHERE process_instance_key = :key AND subject_id IS NOT NULL
                UNION SELECT subject_id FROM step_incident WHERE process_instance_key = :key AND subject_id IS NOT NULL
                """).param("key", key).query(UUID.class).list().stream().findFirst();
    }

    /** The name of a domain or a Space, the address of an invitation; empty for everything else. */
    Optional<String> nameOf(@Nullable UUID subject) {
        return jdbc.sql("""
                SELECT name FROM custom_domain WHERE id = CAST(:id AS uuid)
                UNION ALL SELECT name FROM space WHERE id = CAST(:id AS uuid)
                UNION ALL SELECT i.email || COALESCE(' to ' || s.name, '')
                    FROM invitation i LEFT JOIN space s ON s.id = i.space_id WHERE i.id = CAST(:id AS uuid)
                """).param("id", subject).query(String.class).list().stream()
                .findFirst();
    }
}
