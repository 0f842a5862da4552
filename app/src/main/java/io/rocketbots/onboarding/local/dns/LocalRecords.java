package io.rocketbots.onboarding.local.dns;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** All records of the local zones. */
@Component
@Profile("local")
public class LocalRecords {

    private final JdbcClient jdbc;

    LocalRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** All, zone by zone as they were added. */
    public List<LocalRecord> all() {
        return jdbc.sql("SELECT * FROM local_dns_record ORDER BY seq")
                .query(LocalRecords::read)
                .list();
    }

    public Optional<LocalRecord> find(UUID id) {
        return jdbc.sql("SELECT * FROM local_dns_record WHERE id = :id")
                .param("id", id)
                .query(LocalRecords::read)
                .optional();
    }

    /** Those of exactly that name. */
    public List<LocalRecord> at(String name) {
        return jdbc.sql("SELECT * FROM local_dns_record WHERE name = :name ORDER BY seq")
                .param("name", name)
                .query(LocalRecords::read)
                .list();
    }

    /** Whether there is a record of a name below that one. */
    public boolean anyBelow(String name) {
        return jdbc.sql("SELECT COUNT(*) FROM local_dns_record WHERE name LIKE :below ESCAPE '!'")
                        .param(
                                "below",
                                "%."
                                        + name.replace("!", "!!")
                                                .replace("%", "!%")
                                                .replace("_", "!_"))
                        .query(Long.class)
                        .single()
                > 0;
    }

    /** Adds the record or, when there is one with its id, replaces that. */
    public void save(LocalRecord record) {
        int changed = jdbc.sql("""
                UPDATE local_dns_record SET name = :name, type = :type, content = :content, ttl = :ttl WHERE id = :id
                """)
                .param("id", record.id())
                .param("name", record.name())
                .param("type", record.type().name())
                .param("content", record.content())
                .param("ttl", record.ttl())
                .update();
        if (changed == 0) {
            jdbc.sql("""
                    INSERT INTO local_dns_record (id, name, type, content, ttl)
                    VALUES (:id, :name, :type, :content, :ttl)
                    """)
                    .param("id", record.id())
                    .param("name", record.name())
                    .param("type", record.type().name())
                    .param("content", record.content())
                    .param("ttl", record.ttl())
                    .update();
        }
    }

    public void delete(UUID id) {
        jdbc.sql("DELETE FROM local_dns_record WHERE id = :id").param("id", id).update();
    }

    private static LocalRecord read(ResultSet row, int number) throws SQLException {
        return new LocalRecord(
                row.getObject("id", UUID.class),
                row.getString("name"),
                RecordType.valueOf(row.getString("type")),
                row.getString("content"),
                row.getInt("ttl"));
    }
}
