package io.rocketbots.onboarding.operations.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcConnectionPool;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@OnEachDatabase
class MetricReadingsJdbcTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AnnotationConfigApplicationContext context;

    MetricReadingsJdbcTest(TestDatabase database) {
        context = database.with(clock, MetricReadings.class);
    }

    @BeforeEach
    void open() {
        context.refresh();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void hasEveryFigureOfAnEmptyDatabase() {
        read();

        assertThat(DatabaseMetrics.ALL)
                .allSatisfy(figure -> assertThat(figure.values())
                        .allSatisfy(value -> assertThat(value(figure.name(), figure.label(), value))
                                .as("%s{%s}", figure.name(), value)
                                .isEqualTo(Double.valueOf(
                                        figure.kind() == DatabaseMetric.Kind.DISTANCE ? Double.NaN : 0))));
    }

    @Test
    void tellsHowLongTheOldestMessageHasBeenDueAndGoesOnCounting() {
        message(UUID.randomUUID(), Duration.ofMinutes(3), Duration.ZERO, false);
        message(UUID.randomUUID(), Duration.ofMinutes(1), Duration.ZERO, false);
        read();

        clock.advance(Duration.ofSeconds(10));

        assertThat(value("onboarding.outbox.oldest.age", "", "")).isEqualTo(190);
        assertThat(value("onboarding.outbox.messages", "state", "waiting")).isEqualTo(2);
    }

    @Test
    void doesNotCountAMessageOnHoldBeforeItIsDue() {
        message(UUID.randomUUID(), Duration.ofSeconds(20), Duration.ofSeconds(30), false);
        read();

        assertThat(value("onboarding.outbox.messages", "state", "waiting")).isZero();
        assertThat(value("onboarding.outbox.oldest.age", "", "")).isZero();
    }

    @Test
    void tellsMessagesBehindAParkedOneApartFromThoseThatWaitForTheEngine() {
        UUID acme = UUID.randomUUID();
        message(acme, Duration.ofHours(2), Duration.ZERO, true);
        message(acme, Duration.ofHours(1), Duration.ZERO, false);
        read();

        assertThat(value("onboarding.outbox.messages", "state", "parked")).isEqualTo(1);
        assertThat(value("onboarding.outbox.messages", "state", "blocked")).isEqualTo(1);
        assertThat(value("onboarding.outbox.messages", "state", "waiting")).isZero();
        assertThat(value("onboarding.outbox.oldest.age", "", "")).isZero();
    }

    @Test
    void tellsHowFarTheNearestDeadlineIsAndWhatIsOverdue() {
        task("REVIEW", Duration.ofHours(5));
        task("REVIEW", Duration.ofHours(30));
        task("CALL", Duration.ofHours(-2));
        read();

        assertThat(value("onboarding.tasks.nearest.deadline", "kind", "review")).isEqualTo(5 * 3600);
        assertThat(value("onboarding.tasks.nearest.deadline", "kind", "call")).isEqualTo(-2 * 3600);
        assertThat(value("onboarding.tasks.open", "kind", "review")).isEqualTo(2);
        assertThat(value("onboarding.tasks.overdue", "kind", "review")).isZero();
        assertThat(value("onboarding.tasks.overdue", "kind", "call")).isEqualTo(1);
    }

    @Test
    void sortsWaitingDomainsByAge() {
        domain("WAITING", Duration.ofMinutes(10));
        domain("WAITING", Duration.ofHours(5));
        domain("WAITING", Duration.ofDays(8));
        domain("BROKEN", Duration.ofDays(90));
        read();

        assertThat(value("onboarding.domains.waiting", "age", "under_1h")).isEqualTo(1);
        assertThat(value("onboarding.domains.waiting", "age", "under_1d")).isEqualTo(1);
        assertThat(value("onboarding.domains.waiting", "age", "under_7d")).isZero();
        assertThat(value("onboarding.domains.waiting", "age", "over_7d")).isEqualTo(1);
        assertThat(value("onboarding.domains", "state", "broken")).isEqualTo(1);
    }

    @Test
    void hasNoFiguresWhileTheDatabaseIsAway() throws SQLException {
        read();
        assertThat(value("onboarding.database.up", "", "")).isEqualTo(1);

        context.getBean(DataSource.class).unwrap(JdbcConnectionPool.class).dispose();
        read();

        assertThat(value("onboarding.database.up", "", "")).isZero();
        assertThat(value("onboarding.outbox.oldest.age", "", "")).isNaN();
        assertThat(context.getBean(MetricReadings.class).outbox()).isEmpty();
    }

    @Test
    void takesADatabaseForUpThatCannotCountOneOfThem() {
        message(UUID.randomUUID(), Duration.ofMinutes(1), Duration.ZERO, false);
        read();

        jdbc().sql("ALTER TABLE stalled_step RENAME TO stalled_step_of_tomorrow")
                .update();
        clock.advance(Duration.ofSeconds(15));
        read();

        assertThat(value("onboarding.database.up", "", "")).isEqualTo(1);
        assertThat(value("onboarding.outbox.messages", "state", "waiting")).isEqualTo(1);

        clock.advance(Duration.ofSeconds(45));
        read();
        assertThat(value("onboarding.database.up", "", "")).isEqualTo(1);
        assertThat(value("onboarding.outbox.messages", "state", "waiting")).isNaN();
    }

    @Test
    void takesADatabaseThatHangsForOneThatIsAway() {
        read();

        clock.advance(Duration.ofMinutes(1));

        assertThat(context.getBean(MetricReadings.class).isDatabaseUp()).isFalse();
    }

    private void read() {
        context.getBean(MetricReadings.class).read();
    }

    private double value(String name, String label, String value) {
        MeterRegistry meters = context.getBean(MeterRegistry.class);
        return label.isEmpty()
                ? meters.get(name).gauge().value()
                : meters.get(name).tag(label, value).gauge().value();
    }

    private void message(UUID about, Duration age, Duration hold, boolean parked) {
        Instant created = clock.instant().minus(age);
        jdbc().sql("""
                INSERT INTO outbox (id, aggregate_id, message_type, correlation_key, payload, created_at, next_attempt_at,
                    parked_at)
                VALUES (:id, :about, 'review-decided', 'key', '{}', :created, :due, :parked)
                """)
                .param("id", UUID.randomUUID())
                .param("about", about)
                .param("created", Timestamp.from(created))
                .param("due", Timestamp.from(created.plus(hold)))
                .param("parked", parked ? Timestamp.from(created) : null)
                .update();
    }

    @Test
    void countsNoMailThatWaitsForWhatItLeadsTo() {
        mail(1, null, Duration.ofHours(1));
        read();
        assertThat(value("onboarding.mail.waiting", "", "")).isZero();

        mail(1, "Connection refused", Duration.ofMinutes(1));
        mail(0, null, Duration.ofSeconds(-10));
        read();

        assertThat(value("onboarding.mail.waiting", "", "")).isEqualTo(2);
        assertThat(value("onboarding.mail.oldest.age", "", "")).isEqualTo(1200);
    }

    private void mail(int attempts, @Nullable String error, Duration dueIn) {
        UUID id = UUID.randomUUID();
        jdbc().sql("""
                INSERT INTO mail_message (id, purpose, template, recipient, ids, state, batch_id, created_at,
                    next_attempt_at, attempts, error)
                VALUES (:id, :purpose, 'invitation', 'invitation:1', '{}', 'QUEUED', :id, :created, :next, :attempts,
                    CAST(:error AS varchar))
                """)
                .param("id", id)
                .param("purpose", id.toString())
                .param("created", Timestamp.from(clock.instant().minus(Duration.ofMinutes(20))))
                .param("next", Timestamp.from(clock.instant().plus(dueIn)))
                .param("attempts", attempts)
                .param("error", error)
                .update();
    }

    private void task(String kind, Duration dueIn) {
        jdbc().sql("""
                INSERT INTO task (id, version, kind, application_id, business_id, round, title, team, priority, state,
                    opened_at, due_at, remind_at, escalate_at, process_instance_key, element_instance_key, answered, overdue)
                VALUES (:id, 1, :kind, :application, :id, 1, 'Title', 'team', 1, 'OPEN', :now, :due, :due, :due, 1, 1,
                    FALSE, FALSE)
                """)
                .param("id", UUID.randomUUID())
                .param("kind", kind)
                .param("application", application())
                .param("now", Timestamp.from(clock.instant()))
                .param("due", Timestamp.from(clock.instant().plus(dueIn)))
                .update();
    }

    private void domain(String state, Duration age) {
        UUID reseller = UUID.randomUUID();
        UUID application = application();
        jdbc().sql("""
                INSERT INTO reseller (id, version, application_id, account_id, company_name, state, cname_label, created_at)
                VALUES (:id, 1, :application, :id, 'Acme', 'ONBOARDING', :label, :now)
                """)
                .param("id", reseller)
                .param("application", application)
                .param("label", reseller.toString())
                .param("now", Timestamp.from(clock.instant()))
                .update();
        jdbc().sql("""
                INSERT INTO custom_domain (id, version, reseller_id, application_id, name, target, state, requested_at,
                    cname_checks)
                VALUES (:id, 1, :reseller, :application, 'chat.acme.example', 'x.edge.example', :state, :at, 0)
                """)
                .param("id", UUID.randomUUID())
                .param("reseller", reseller)
                .param("application", application)
                .param("state", state)
                .param("at", Timestamp.from(clock.instant().minus(age)))
                .update();
    }

    private UUID application() {
        UUID id = UUID.randomUUID();
        jdbc().sql("""
                INSERT INTO application (id, version, company_name, website, country, expected_spaces, offer, contact_name,
                    email, consented_at, submitted_at, state, review_deadline, overdue, link_version)
                VALUES (:id, 1, 'Acme', 'https://acme.example', 'DE', 1, 'Offer', 'Ada', 'ada@acme.example', :now, :now,
                    'UNDER_REVIEW', :now, FALSE, 1)
                """)
                .param("id", id)
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return id;
    }

    private JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }
}
