package io.rocketbots.onboarding.admission.application;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.history.ProcessGraph;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The process instances that run or ran for a case, as far as the workers have written them down: its onboarding first,
 * then everything that came of it, the newest of each kind first. It only reads.
 */
@Component
public class CaseInstances {

    private static final int MOST = 100;

    private final JdbcClient jdbc;

    CaseInstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One instance.
     *
     * @param about what it runs for, empty for the case itself
     */
    public record Instance(ProcessId process, String about, long key) {

        /** What its process is called in the diagram. */
        public String name() {
            return ProcessGraph.of(process).name();
        }
    }

    public List<Instance> of(ApplicationId id) {
        return jdbc.sql("""
                        SELECT process, about, instance_key FROM (
                            SELECT 1 AS part, 'reseller-onboarding' AS process, '' AS about,
                                process_instance_key AS instance_key
                            FROM application WHERE id = :id
                            UNION ALL
                            SELECT DISTINCT 2, 'reseller-call', COALESCE(about, ''), process_instance_key
                            FROM task WHERE kind = 'CALL' AND application_id = :id
                            UNION ALL
                            SELECT 3, 'reseller-introduction', '', introduction_instance_key
                            FROM reseller WHERE application_id = :id
                            UNION ALL
                            SELECT 4, 'domain-setup', name, setup_instance_key
                            FROM custom_domain WHERE application_id = :id
                            UNION ALL
                            SELECT 5, 'domain-watch', name, watch_instance_key
                            FROM custom_domain WHERE application_id = :id
                            UNION ALL
                            SELECT 6, 'reseller-offboarding', '', o.process_instance_key
                            FROM offboarding o JOIN reseller r ON r.id = o.reseller_id WHERE r.application_id = :id
                            UNION ALL
                            SELECT 7, 'space-provisioning', s.name, s.process_instance_key
                            FROM space s JOIN reseller r ON r.id = s.platform_id WHERE r.application_id = :id
                            UNION ALL
                            SELECT 8, 'user-invitation', i.email, i.process_instance_key
                            FROM invitation i JOIN reseller r ON r.id = i.platform_id OR r.id = i.reseller_id
                            WHERE r.application_id = :id
                        ) instances
                        WHERE instance_key IS NOT NULL
                        ORDER BY part, instance_key DESC
                        FETCH FIRST :most ROWS ONLY
                        """)
                .param("id", id.value())
                .param("most", MOST)
                .query((row, number) -> new Instance(
                        ProcessId.find(row.getString("process")).orElseThrow(),
                        row.getString("about"),
                        row.getLong("instance_key")))
                .list();
    }
}
