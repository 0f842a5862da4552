package io.rocketbots.onboarding.operations.retention;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.customer.contact.DeleteContactsOfDeletedSpaces;
import io.rocketbots.onboarding.customer.space.SpaceScene;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainChecks;
import io.rocketbots.onboarding.launch.domain.DomainName;
import io.rocketbots.onboarding.operations.history.CourseBeans;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.sql.Timestamp;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class RetentionJdbcTest {

    private final String mark = UUID.randomUUID().toString();
    private final SpaceScene scene;
    private final Retention housekeeping;
    private final JdbcClient jdbc;

    RetentionJdbcTest(TestDatabase database) {
        scene = new SpaceScene(
                database, Retention.class, DeleteContactsOfDeletedSpaces.class, DomainChecks.class, CourseBeans.class);
        housekeeping = scene.the(Retention.class);
        jdbc = scene.the(JdbcClient.class);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void removesMessagesThatWereSentLongAgoAndKeepsThoseThatWereNot() {
        message("sent-long-ago", Duration.ofDays(401));
        message("sent-lately", Duration.ofDays(399));
        message("never-sent", null);

        housekeeping.tidy();

        assertThat(names("SELECT message_type FROM outbox WHERE correlation_key = :mark ORDER BY seq"))
                .containsExactly("sent-lately", "never-sent");
    }

    @Test
    void keepsTheAccessLogForAYear() {
        access("before-a-year", Duration.ofDays(366));
        access("within-a-year", Duration.ofDays(364));

        housekeeping.tidy();

        assertThat(names("SELECT what FROM access_entry WHERE what LIKE '%-a-year' AND :mark <> ''"))
                .containsExactly("within-a-year");
    }

    @Test
    void forgetsFinishedImportsWithTheirFaultyLinesAfterAWhile() {
        contactImport("long-ago", Duration.ofDays(91));
        contactImport("lately", Duration.ofDays(89));
        contactImport("running", null);

        housekeeping.tidy();

        assertThat(names("SELECT file_name FROM contact_import WHERE :mark <> '' ORDER BY seq"))
                .containsExactly("lately", "running");
        assertThat(names("SELECT reason FROM contact_import_error WHERE :mark <> '' ORDER BY reason"))
                .containsExactly("lately", "running");
    }

    @Test
    void goesOnWithTheRestWhenSomethingCannotBeDeleted() {
        jdbc.sql("DROP TABLE access_entry").update();
        program(scene.liveReseller(), "old", Duration.ofDays(31), "DELIVERED");

        housekeeping.tidy();

        assertThat(names("SELECT event FROM webhook_delivery WHERE :mark <> ''"))
                .isEmpty();
    }

    @Test
    void forgetsAnswersOfTheApiAndTheLogOfWebhooks() {
        Reseller acme = scene.liveReseller();
        program(acme, "old", Duration.ofDays(31), "DELIVERED");
        program(acme, "young", Duration.ofHours(23), "DELIVERED");
        program(acme, "waiting", Duration.ofDays(31), "PENDING");

        housekeeping.tidy();

        assertThat(names("SELECT idempotency_key FROM idempotent_call WHERE :mark <> ''"))
                .containsExactly("young");
        assertThat(names("SELECT event FROM webhook_delivery WHERE :mark <> '' ORDER BY event"))
                .containsExactly("waiting", "young");
    }

    @Test
    void keepsTheNewestChecksOfADomainAndTheLastOneWithEachOfOurAddresses() {
        UUID domain = domainOf(scene.liveReseller());
        check(domain, 0, "COULD_NOT_ASK", null);
        check(domain, 1, "FOUND", "192.0.2.1");
        check(domain, 2, "FOUND", "192.0.2.1");
        for (int number = 3; number < 204; number++) {
            check(domain, number, "FOUND", number < 104 ? "192.0.2.2" : null);
        }

        housekeeping.tidy();

        assertThat(names("SELECT asked FROM domain_check WHERE name = :mark ORDER BY seq"))
                .hasSize(202)
                .startsWith("0", "2", "4")
                .endsWith("203");
    }

    private UUID domainOf(Reseller reseller) {
        CustomDomain domain = CustomDomain.request(
                reseller,
                new DomainName("chat-" + mark + ".example"),
                new DomainName("target.edge.example"),
                scene.clock.instant());
        return scene.the(CustomDomains.class).save(domain).id().value();
    }

    private void check(UUID domain, int number, String kind, @Nullable String ownAddresses) {
        jdbc.sql("""
                INSERT INTO domain_check (id, domain_id, occasion, name, at, asked, answered, kind, seen, own_addresses)
                VALUES (:id, :domain, :number, :mark, :at, :asked, '', :kind, '', :own)
                """)
                .param("id", UUID.randomUUID())
                .param("domain", domain)
                .param("number", number)
                .param("mark", mark)
                .param("at", ago(Duration.ZERO))
                .param("asked", Integer.toString(number))
                .param("kind", kind)
                .param("own", ownAddresses)
                .update();
    }

    private void contactImport(String name, @Nullable Duration finishedAgo) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO contact_import (id, space_id, file_name, started_by, started_at, charset, delimiter, ignored,
                    state, total, finished_at)
                VALUES (:id, :id, :name, 'Ada', :then, 'UTF-8', ',', '', 'DONE', 1, :finishedAt)
                """)
                .param("id", id)
                .param("name", name)
                .param("then", ago(Duration.ofDays(100)))
                .param("finishedAt", finishedAgo == null ? null : ago(finishedAgo))
                .update();
        jdbc.sql(
                        "INSERT INTO contact_import_error (import_id, line, field, reason, content) VALUES (:id, 1, '', :name, '')")
                .param("id", id)
                .param("name", name)
                .update();
    }

    private void program(Reseller reseller, String name, Duration age, String state) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                INSERT INTO api_key (id, reseller_id, name, scopes, hash, last_four, created_by, created_at)
                VALUES (:id, :reseller, :name, '', :name, 'abcd', :by, :then)
                """)
                .param("id", id)
                .param("reseller", reseller.id().value())
                .param("name", name)
                .param("by", reseller.accountId().value())
                .param("then", ago(age))
                .update();
        jdbc.sql("""
                INSERT INTO idempotent_call (api_key_id, idempotency_key, request_hash, claim, claimed_at)
                VALUES (:id, :name, '', :id, :then)
                """)
                .param("id", id)
                .param("name", name)
                .param("then", ago(age))
                .update();
        jdbc.sql("""
                INSERT INTO webhook_endpoint (id, reseller_id, url, events, secret_number, created_at)
                VALUES (:id, :reseller, 'https://hooks.acme.example', '', 1, :then)
                """)
                .param("id", id)
                .param("reseller", reseller.id().value())
                .param("then", ago(age))
                .update();
        jdbc.sql("""
                INSERT INTO webhook_delivery (id, endpoint_id, message_id, event, body, state, attempts, created_at, give_up_at)
                VALUES (:id, :id, :id, :name, '', :state, 1, :then, :then)
                """)
                .param("id", id)
                .param("name", name)
                .param("state", state)
                .param("then", ago(age))
                .update();
    }

    private List<String> names(String sql) {
        return jdbc.sql(sql).param("mark", mark).query(String.class).list();
    }

    private void message(String name, @Nullable Duration sentAgo) {
        jdbc.sql("""
                INSERT INTO outbox (id, aggregate_id, message_type, correlation_key, payload, created_at,
                    next_attempt_at, sent_at)
                VALUES (:id, :id, :name, :mark, '{}', :then, :then, :sentAt)
                """)
                .param("id", UUID.randomUUID())
                .param("name", name)
                .param("mark", mark)
                .param("then", ago(Duration.ofDays(40)))
                .param("sentAt", sentAgo == null ? null : ago(sentAgo))
                .update();
    }

    private void access(String what, Duration age) {
        jdbc.sql("INSERT INTO access_entry (id, at, platform_id, what) VALUES (:id, :at, :id, :what)")
                .param("id", UUID.randomUUID())
                .param("at", ago(age))
                .param("what", what)
                .update();
    }

    private Timestamp ago(Duration age) {
        return Timestamp.from(scene.clock.instant().minus(age));
    }
}
