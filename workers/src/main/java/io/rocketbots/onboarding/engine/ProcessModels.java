package io.rocketbots.onboarding.engine;

import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.history.ProcessGraph;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Keeps which elements each deployed version of a process has, so that its instances can be moved to a newer one. */
@Component
class ProcessModels {

    private final JdbcClient jdbc;

    ProcessModels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The engine numbers the model of this release so. An engine that lost its data begins to count anew. */
    void deployed(ProcessId process, int version) {
        String elements = String.join(" ", ProcessGraph.of(process).elementIds());
        if (write(
                        "UPDATE process_model SET element_ids = :elements WHERE process_id = :process AND version = :version",
                        process,
                        version,
                        elements)
                == 0) {
            write(
                    "INSERT INTO process_model (process_id, version, element_ids) VALUES (:process, :version, :elements)"
                            + " ON CONFLICT DO NOTHING",
                    process,
                    version,
                    elements);
        }
    }

    private int write(String sql, ProcessId process, int version, String elements) {
        return jdbc.sql(sql)
                .param("process", process.id())
                .param("version", version)
                .param("elements", elements)
                .update();
    }

    /** Empty when another than this application has deployed that version. */
    Optional<Set<String>> elementsOf(ProcessId process, int version) {
        return jdbc.sql("SELECT element_ids FROM process_model WHERE process_id = :process AND version = :version")
                .param("process", process.id())
                .param("version", version)
                .query((row, number) ->
                        Set.of(StringUtils.delimitedListToStringArray(row.getString("element_ids"), " ")))
                .optional();
    }
}
