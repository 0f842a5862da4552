package io.rocketbots.onboarding.customer.contact;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Deletes the contacts of Spaces that are deleted, some at a time: a million of them have many million words, which would
 * be one transaction of many minutes. What is left over by a failure is done the next time.
 */
@Component
public class DeleteContactsOfDeletedSpaces {

    private static final int SOME = 500;

    private final JdbcClient jdbc;
    private final TransactionOperations transaction;

    DeleteContactsOfDeletedSpaces(JdbcClient jdbc, TransactionOperations transaction) {
        this.jdbc = jdbc;
        this.transaction = transaction;
    }

    public void run() {
        List<UUID> spaces = jdbc.sql("""
                SELECT id FROM space
                WHERE state = 'DELETED' AND EXISTS (SELECT 1 FROM contact WHERE contact.space_id = space.id)
                """).query(UUID.class).list();
        for (UUID space : spaces) {
            int deleted;
            do {
                deleted = Objects.requireNonNull(transaction.execute(status -> deleteSomeOf(space)));
            } while (deleted == SOME);
        }
    }

    /** How many there were; those that another node deletes are left to it. */
    private int deleteSomeOf(UUID space) {
        List<UUID> some = jdbc.sql("""
                SELECT id FROM contact WHERE space_id = :space FETCH FIRST :some ROWS ONLY FOR UPDATE SKIP LOCKED
                """)
                .param("space", space)
                .param("some", SOME)
                .query(UUID.class)
                .list();
        if (some.isEmpty()) {
            return 0;
        }
        jdbc.sql("DELETE FROM contact_word WHERE contact_id IN (:some)")
                .param("some", some)
                .update();
        jdbc.sql("DELETE FROM contact WHERE id IN (:some)").param("some", some).update();
        return some.size();
    }
}
