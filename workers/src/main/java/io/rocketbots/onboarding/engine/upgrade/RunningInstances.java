package io.rocketbots.onboarding.engine.upgrade;

import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.history.ProcessGraph;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which process instances run, as the rows know that the first job of each has marked. Some may have ended meanwhile. */
@Component
public class RunningInstances {

    private static final String ALL = """
            SELECT process_instance_key AS instance_key, 'reseller-onboarding' AS process, id AS application_id
            FROM application WHERE state NOT IN ('REJECTED', 'WITHDRAWN', 'CANCELLED', 'CLOSED', 'LIVE')
            UNION ALL
            SELECT process_instance_key, 'reseller-call', application_id
            FROM task WHERE kind = 'CALL' AND state = 'OPEN'
            UNION ALL
            SELECT process_instance_key, 'reseller-introduction', application_id
            FROM task WHERE kind = 'INTRODUCTION' AND state = 'OPEN'
            UNION ALL
            SELECT setup_instance_key, 'domain-setup', application_id
            FROM custom_domain AS present WHERE released_at IS NULL AND (live_at IS NULL OR EXISTS
                (SELECT 1 FROM custom_domain AS former WHERE former.replaced_by = present.id AND former.released_at IS NULL))
            UNION ALL
            SELECT watch_instance_key, 'domain-watch', application_id
            FROM custom_domain WHERE released_at IS NULL
            UNION ALL
            SELECT space.process_instance_key, 'space-provisioning', reseller.application_id
            FROM space LEFT JOIN reseller ON reseller.id = space.platform_id
            WHERE space.state IN ('REQUESTED', 'ACTIVE', 'SUSPENDED') AND NOT EXISTS
                (SELECT 1 FROM space_member WHERE space_member.space_id = space.id AND space_member.role = 'OWNER')
            UNION ALL
            SELECT invitation.process_instance_key, 'user-invitation', reseller.application_id
            FROM invitation LEFT JOIN reseller ON reseller.id IN (invitation.platform_id, invitation.reseller_id)
            WHERE invitation.state = 'OPEN'
            UNION ALL
            SELECT process_instance_key, 'reseller-offboarding', application_id
            FROM offboarding WHERE open_of IS NOT NULL
            """;

    private final JdbcClient jdbc;

    RunningInstances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * One of them.
     *
     * @param applicationId the case it belongs to, if it is one of a reseller's
     */
    public record Instance(
            long key, ProcessId process, @Nullable UUID applicationId) {

        /** What its process is called in the diagram. */
        public String name() {
            return ProcessGraph.of(process).name();
        }
    }

    /** How many of each process there are. */
    public Map<ProcessId, Integer> counts() {
        Map<ProcessId, Integer> counts = new TreeMap<>();
        jdbc.sql("SELECT process, count(*) AS instances FROM (" + ALL
                        + ") AS running WHERE instance_key IS NOT NULL GROUP BY process")
                .query((row, number) -> counts.put(process(row), row.getInt("instances")))
                .list();
        return counts;
    }

    /** The next ones by their keys. */
    List<Instance> after(long key, int most) {
        return jdbc.sql("SELECT instance_key, process, application_id FROM (" + ALL
                        + ") AS running WHERE instance_key > :key ORDER BY instance_key LIMIT :most")
                .param("key", key)
                .param("most", most)
                .query((row, number) -> new Instance(
                        row.getLong("instance_key"), process(row), row.getObject("application_id", UUID.class)))
                .list();
    }

    private static ProcessId process(ResultSet row) throws SQLException {
        return ProcessId.find(row.getString("process")).orElseThrow();
    }
}
