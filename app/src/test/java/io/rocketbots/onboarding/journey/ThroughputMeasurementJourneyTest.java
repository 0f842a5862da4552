package io.rocketbots.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.OnboardingApplication;
import io.rocketbots.onboarding.engine.upgrade.MoveToNewestModels;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Run by hand with {@code -Dmeasure.submissions=500}: how many applications a second go from the form through outbox,
 * engine and workers to the task list, all in local mode on one machine. See docs/growing.md.
 */
@EnabledIfSystemProperty(named = "measure.submissions", matches = "\\d+")
@SpringBootTest(
        classes = OnboardingApplication.class,
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = "onboarding.rate-limits.application.count=1000000")
@ActiveProfiles("local")
@ContextConfiguration(initializers = OwnPortsAndData.class)
class ThroughputMeasurementJourneyTest {

    private static final Logger log = LoggerFactory.getLogger(ThroughputMeasurementJourneyTest.class);
    private static final int APPLICANTS_AT_ONCE = 8;
    private static final int WARM_UP = 40;

    @Autowired
    private Environment environment;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private MoveToNewestModels move;

    @Test
    void submissionsASecond() throws Exception {
        int submissions = Integer.getInteger("measure.submissions");
        submit(WARM_UP, "Warm ");
        awaitTasks(WARM_UP);

        Instant begin = Instant.now();
        submit(submissions, "Firm ");
        Duration sending = Duration.between(begin, Instant.now());
        awaitTasks(WARM_UP + submissions);
        Duration all = Duration.between(begin, Instant.now());

        List<Duration> sorted = waits();
        log.info(
                "{} applications by {} at once: {} a second were taken, {} a second were in the task list;"
                        + " from submission to task: median {}, p95 {}.",
                submissions,
                APPLICANTS_AT_ONCE,
                perSecond(submissions, sending),
                perSecond(submissions, all),
                sorted.get(sorted.size() / 2),
                sorted.get(sorted.size() * 95 / 100));
        assertThat(sorted).hasSize(submissions);
        moveAll();
    }

    private void moveAll() {
        Instant begin = Instant.now();
        int moved = 0;
        MoveToNewestModels.Step step = move.goOn(0, "The measurement");
        for (moved += step.moved(); step.next() != null; moved += step.moved()) {
            step = move.goOn(step.next(), "The measurement");
        }
        log.info("{} running cases a second were moved.", perSecond(moved, Duration.between(begin, Instant.now())));
    }

    private void submit(int number, String name) throws Exception {
        URI baseUrl = URI.create(environment.getRequiredProperty("onboarding.base-url"));
        try (ExecutorService applicants = Executors.newFixedThreadPool(APPLICANTS_AT_ONCE)) {
            List<Future<?>> sent = IntStream.range(0, number)
                    .<Future<?>>mapToObj(i -> applicants.submit(
                            () -> Company.named(name + letters(i)).apply(baseUrl)))
                    .toList();
            for (Future<?> one : sent) {
                one.get();
            }
        }
    }

    private static String letters(int number) {
        return new String(new char[] {
            (char) ('A' + number / 676 % 26), (char) ('a' + number / 26 % 26), (char) ('a' + number % 26)
        });
    }

    private void awaitTasks(int number) {
        Awaitility.await("all tasks")
                .atMost(Duration.ofMinutes(10))
                .pollInterval(Duration.ofMillis(50))
                .until(() -> jdbc.sql("SELECT count(*) FROM task")
                                .query(Integer.class)
                                .single()
                        >= number);
    }

    private List<Duration> waits() {
        return jdbc
                .sql("""
                        SELECT application.submitted_at, task.opened_at
                        FROM application JOIN task ON task.application_id = application.id
                        WHERE application.company_name LIKE 'Firm %'
                        """)
                .query((row, number) -> Duration.between(
                        row.getTimestamp("submitted_at").toInstant(),
                        row.getTimestamp("opened_at").toInstant()))
                .list()
                .stream()
                .sorted()
                .toList();
    }

    private static long perSecond(int number, Duration time) {
        return Math.round(number * 1000.0 / time.toMillis());
    }
}
