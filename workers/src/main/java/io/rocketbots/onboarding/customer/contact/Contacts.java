package io.rocketbots.onboarding.customer.contact;

import com.google.common.collect.Lists;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The rows of all contacts with the words that find them. It counts nothing: what adds or removes contacts changes the
 * count of the Space in the same transaction, through {@link ContactCount}.
 */
@Component
public class Contacts {

    static final String COLUMNS = "id, version, space_id, first_name, last_name, email, phone, created_at";

    private static final int WORDS_AT_ONCE = 100;

    private final JdbcClient jdbc;
    private final JdbcOperations batches;

    Contacts(JdbcClient jdbc, NamedParameterJdbcOperations batches) {
        this.jdbc = jdbc;
        this.batches = batches.getJdbcOperations();
    }

    public Optional<Contact> find(SpaceId space, ContactId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM contact WHERE id = :id AND space_id = :space")
                .param("id", id.value())
                .param("space", space.value())
                .query(Contacts::read)
                .optional();
    }

    @Transactional(propagation = Propagation.MANDATORY)
    void insert(Collection<Contact> contacts) {
        batches.batchUpdate(
                "INSERT INTO contact (" + COLUMNS + ", sort_key, identity) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                contacts.stream()
                        .map(contact -> new Object[] {
                            contact.id().value(),
                            contact.version(),
                            contact.spaceId().value(),
                            contact.firstName(),
                            contact.lastName(),
                            contact.email(),
                            contact.phone(),
                            Timestamp.from(contact.createdAt()),
                            SearchWords.sortKey(contact),
                            SearchWords.identity(ContactDraft.of(contact))
                        })
                        .toList());
        insertWords(contacts);
    }

    /** False when somebody changed or deleted the contact since this version was read. */
    @Transactional(propagation = Propagation.MANDATORY)
    boolean update(Contact contact) {
        boolean updated = jdbc.sql("""
                UPDATE contact SET version = version + 1, first_name = :firstName, last_name = :lastName,
                    email = :email, phone = :phone, sort_key = :sortKey, identity = :identity
                WHERE id = :id AND space_id = :space AND version = :version
                """)
                        .param("firstName", contact.firstName())
                        .param("lastName", contact.lastName())
                        .param("email", contact.email())
                        .param("phone", contact.phone())
                        .param("sortKey", SearchWords.sortKey(contact))
                        .param("identity", SearchWords.identity(ContactDraft.of(contact)))
                        .param("id", contact.id().value())
                        .param("space", contact.spaceId().value())
                        .param("version", contact.version())
                        .update()
                == 1;
        if (updated) {
            deleteWords(contact.id());
            insertWords(List.of(contact));
        }
        return updated;
    }

    @Transactional(propagation = Propagation.MANDATORY)
    boolean delete(SpaceId space, ContactId id) {
        boolean deleted = jdbc.sql("DELETE FROM contact WHERE id = :id AND space_id = :space")
                        .param("id", id.value())
                        .param("space", space.value())
                        .update()
                == 1;
        if (deleted) {
            deleteWords(id);
        }
        return deleted;
    }

    private void deleteWords(ContactId id) {
        jdbc.sql("DELETE FROM contact_word WHERE contact_id = :id")
                .param("id", id.value())
                .update();
    }

    /** Which of these contacts are in the Space already, by their identities. */
    Set<String> present(SpaceId space, Collection<String> identities) {
        if (identities.isEmpty()) {
            return Set.of();
        }
        return new HashSet<>(
                jdbc.sql("SELECT identity FROM contact WHERE space_id = :space AND identity IN (:identities)")
                        .param("space", space.value())
                        .param("identities", identities)
                        .query(String.class)
                        .list());
    }

    private void insertWords(Collection<Contact> contacts) {
        List<Object[]> words = contacts.stream()
                .flatMap(contact -> SearchWords.entries(contact).stream().map(entry -> new Object[] {
                    contact.spaceId().value(), entry, contact.id().value()
                }))
                .toList();
        // Many rows in a statement, since a contact has a dozen words.
        Lists.partition(words, WORDS_AT_ONCE)
                .forEach(some -> batches.update(
                        "INSERT INTO contact_word (space_id, entry, contact_id) VALUES "
                                + String.join(", ", Collections.nCopies(some.size(), "(?, ?, ?)")),
                        some.stream().flatMap(Arrays::stream).toArray()));
    }

    static Contact read(ResultSet row, int number) throws SQLException {
        return new Contact(
                new ContactId(row.getObject("id", UUID.class)),
                row.getInt("version"),
                new SpaceId(row.getObject("space_id", UUID.class)),
                row.getString("first_name"),
                row.getString("last_name"),
                row.getString("email"),
                row.getString("phone"),
                row.getTimestamp("created_at").toInstant());
    }
}
