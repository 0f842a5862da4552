package io.rocketbots.onboarding.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.camunda.client.CamundaClient;
import io.camunda.zeebe.process.test.api.ZeebeTestEngine;
import io.camunda.zeebe.process.test.engine.EngineFactory;
import io.camunda.zeebe.protocol.record.Record;
import io.camunda.zeebe.protocol.record.ValueType;
import io.camunda.zeebe.protocol.record.intent.IncidentIntent;
import io.camunda.zeebe.protocol.record.intent.Intent;
import io.camunda.zeebe.protocol.record.intent.ProcessInstanceIntent;
import io.camunda.zeebe.protocol.record.value.IncidentRecordValue;
import io.camunda.zeebe.protocol.record.value.ProcessInstanceRecordValue;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.job.StepOvertaken;
import io.rocketbots.onboarding.kernel.job.StepPostponed;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.operations.history.Incident;
import io.rocketbots.onboarding.operations.history.Incidents;
import io.rocketbots.onboarding.operations.history.StepVisits;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.ForApplication;
import io.rocketbots.onboarding.process.Variables.Ladder;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.process.Variables.OnboardingTiming;
import io.rocketbots.onboarding.process.Variables.ReceiptConfirmed;
import java.net.URI;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Deployment, relay and job runner together, with the real models and one step under the test's control. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EngineProcessTest {

    private ZeebeTestEngine engine = EngineFactory.create();
    private final FirstStep step = new FirstStep();
    private final CancelStep cancel = new CancelStep();
    private final ShiftedClock clock = new ShiftedClock();
    private UUID acme = UUID.randomUUID();
    private AnnotationConfigApplicationContext context = new AnnotationConfigApplicationContext();

    @BeforeAll
    void open() {
        engine.start();
        step.timeline = () -> context.getBean(Timeline.class);
        context = appWithEngineAt(URI.create("http://" + engine.getGatewayAddress()));
        await("the models are deployed", () -> context.getBean(Deployment.class).isDeployed());
    }

    @AfterAll
    void close() {
        context.close();
        engine.stop();
    }

    @BeforeEach
    void applyAnew() {
        acme = UUID.randomUUID();
        step.forget();
        step.outcome = Outcome.refused(StepError.DUPLICATE_START);
        cancel.fails = false;
    }

    @Test
    void bringsACommittedMessageToItsStepWithinASecond() throws Exception {
        submit();
        Instant before = Instant.now();

        assertThat(step.taken()).isEqualTo(acme);
        assertThat(Duration.between(before, Instant.now())).isLessThan(Duration.ofSeconds(1));
    }

    @Test
    void sendsNothingOfATransactionThatRolledBack() {
        context.getBean(TransactionTemplate.class).executeWithoutResult(status -> {
            put();
            status.setRollbackOnly();
        });

        assertThat(step.takenWithin(Duration.ofMillis(500))).isNull();
    }

    @Test
    void leavesAMessageOfANewerReleaseAndSendsTheOthers() throws Exception {
        UUID unknown = UUID.randomUUID();
        jdbc().sql("""
                INSERT INTO outbox (id, aggregate_id, message_type, correlation_key, payload, created_at, next_attempt_at)
                VALUES (:id, :id, 'of-tomorrow', 'any', '{}', :now, :now)
                """)
                .param("id", unknown)
                .param("now", Timestamp.from(Instant.now()))
                .update();
        submit();

        assertThat(step.taken()).isEqualTo(acme);
        await("the message is marked sent", () -> unsent() == 1);
        jdbc().sql("DELETE FROM outbox WHERE id = :id").param("id", unknown).update();
    }

    @Test
    void startsACaseOnceWhenItsMessageGoesOutTwice() throws Exception {
        submit();
        step.taken();
        await("the message is marked sent", () -> unsent() == 0);

        jdbc().sql("UPDATE outbox SET sent_at = NULL WHERE aggregate_id = :id")
                .param("id", acme)
                .update();
        await("the message is sent again", () -> unsent() == 0);

        assertThat(step.takenWithin(Duration.ofMillis(300))).isNull();
    }

    @Test
    void rollsBackAStepThatFailsAndTriesItAgain() throws Exception {
        long retried = tries("retried");
        long refused = tries("refused");
        long incidents = tries("incident");
        step.faults.add(new IllegalStateException("first try"));
        submit();
        step.taken();

        engine.increaseTime(Duration.ofSeconds(10));
        step.taken();
        await("the second try is committed", () -> milestones() == 1);
        await("both tries are counted", () -> tries("refused") > refused);
        assertThat(tries("retried")).isEqualTo(retried + 1);
        assertThat(tries("incident")).isEqualTo(incidents);
    }

    @Test
    void triesAStepThatWasOvertakenUntilWhatEndsItHasCome() throws Exception {
        for (int tries = 0; tries < 5; tries++) {
            step.faults.add(new StepOvertaken("it is being cancelled"));
        }
        submit();

        await("the step is committed", () -> milestones() == 1, () -> {
            engine.increaseTime(Duration.ofSeconds(30));
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        });
        assertThat(step.faults).isEmpty();
        assertThat(ofAcme()).isEmpty();
    }

    @Test
    void triesAStepThatFoundNoPlaceOutsideUntilItFindsOne() throws Exception {
        for (int tries = 0; tries < 5; tries++) {
            step.faults.add(new StepPostponed("too many ask", new IllegalStateException()));
        }
        submit();

        await("the step is committed", () -> milestones() == 1, () -> {
            engine.increaseTime(Duration.ofSeconds(30));
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        });
        assertThat(step.faults).isEmpty();
        assertThat(ofAcme()).isEmpty();
    }

    @Test
    void doesNotBeginAJobThatIsStillBeingDone() throws Exception {
        CountDownLatch again = new CountDownLatch(1);
        CountDownLatch first = step.hold();
        step.beforeWork.add(() -> {});
        step.beforeWork.add(again::countDown);
        submit();
        step.taken();

        engine.increaseTime(Duration.ofSeconds(61));
        again.await();
        assertThat(step.takenWithin(Duration.ofMillis(300))).isNull();
        first.countDown();

        await("the work is committed", () -> milestones() > 0);
        assertThat(visits()).isEqualTo(1);
    }

    @Test
    void leavesAJobToOthersThatItComesToTooLate() throws Exception {
        long late = tries("late");
        step.beforeWork.add(() -> clock.shift(Duration.ofMinutes(1)));
        submit();
        await("the job is left", () -> tries("late") == late + 1);
        assertThat(milestones()).isZero();

        engine.increaseTime(Duration.ofSeconds(61));

        assertThat(step.taken()).isEqualTo(acme);
    }

    @Test
    void takesTheModelsOwnPathWhenAStepRefuses() throws Exception {
        submit();
        step.taken();

        await("the instance ends at its own end event", () -> ended("EndEvent_AlreadyRunning"));
        assertThat(milestones()).isEqualTo(1);
    }

    @Test
    void writesDownEachVisitOfAStepOnce() throws Exception {
        submit();
        step.taken();

        await("the visit is committed", () -> visits() == 1);
        assertThat(context.getBean(Incidents.class).open()).isEmpty();
    }

    @Test
    void makesAnIncidentOfAStepThatFailsInEachTryAndTriesItAgainOnRetry() throws Exception {
        Incident incident = failsForGood();
        assertThat(incident.step()).isEqualTo("Confirm receipt");
        assertThat(milestonesOfTeam()).last().asString().contains("has failed and stands still");
        await("the engine has the incident", () -> incidentsOfTheEngine(IncidentIntent.CREATED) == 1);
        assertThat(step.takenWithin(Duration.ofMillis(300))).isNull();

        context.getBean(Incidents.class).retry(incident.id(), "Olga Ops");

        assertThat(step.taken()).isEqualTo(acme);
        await("the engine's incident is gone", () -> incidentsOfTheEngine(IncidentIntent.RESOLVED) == 1);
        await("ours is, too", () -> ofAcme().isEmpty());
        await("the visit is committed", () -> visits() == 1);
        await("the instance ends", () -> ended("EndEvent_AlreadyRunning"));
    }

    @Test
    void aRetryThatGoesOutTwiceTriesTheStepOnce() throws Exception {
        Incident incident = failsForGood();
        context.getBean(Incidents.class).retry(incident.id(), "Olga Ops");
        step.taken();
        await("the retry is marked sent", () -> unsent() == 0);

        jdbc().sql("UPDATE outbox SET sent_at = NULL WHERE aggregate_id = :id")
                .param("id", incident.id())
                .update();
        await("the retry is sent again", () -> unsent() == 0);

        assertThat(step.takenWithin(Duration.ofMillis(300))).isNull();
    }

    @Test
    void noticesWhenSomebodyElseHasLetTheStepBeTriedAgain() throws Exception {
        Incident incident = failsForGood();
        await("the engine has the incident", () -> incidentsOfTheEngine(IncidentIntent.CREATED) == 1);

        inOperate();

        assertThat(step.taken()).isEqualTo(acme);
        await("our incident is over", () -> ofAcme().isEmpty());
        assertThat(context.getBean(Incidents.class).retry(incident.id(), "Olga Ops"))
                .isEqualTo(Incidents.Retry.OVER);
    }

    @Test
    void triesAStepOfAnEventSubprocessAgain() throws Exception {
        step.outcome = Outcome.done(confirmed());
        cancel.fails = true;
        submit();
        step.taken();
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> context.getBean(Outbox.class)
                        .put(MessageTypes.ONBOARDING_CANCELLED, acme, acme.toString(), new Nothing()));
        Incident incident = awaitIncident();
        cancel.fails = false;

        context.getBean(Incidents.class).retry(incident.id(), "Olga Ops");

        await("the onboarding is cancelled", () -> ended("EndEvent_OnboardingCancelled"));
        await("ours is over", () -> ofAcme().isEmpty());
    }

    @Test
    void keepsMessagesWhileTheEngineIsAway() throws Exception {
        ZeebeTestEngine other = EngineFactory.create();
        other.start();
        AnnotationConfigApplicationContext alone = appWithEngineAt(URI.create("http://" + other.getGatewayAddress()));
        JdbcClient rows = alone.getBean(JdbcClient.class);
        await("the models are deployed", () -> alone.getBean(Deployment.class).isDeployed());

        other.stop();
        submitTo(alone);
        await(
                "a try has failed",
                () -> rows.sql("SELECT max(attempts) FROM outbox")
                                .query(Integer.class)
                                .single()
                        > 0);

        assertThat(rows.sql("SELECT count(*) FROM outbox WHERE sent_at IS NULL AND parked_at IS NULL")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        alone.close();
    }

    @Test
    void startsACaseThatWasSubmittedBeforeTheModelsWereThere() throws Exception {
        ZeebeTestEngine empty = EngineFactory.create();
        empty.start();
        AnnotationConfigApplicationContext early = appWithEngineAt(URI.create("http://" + empty.getGatewayAddress()));
        step.timeline = () -> early.getBean(Timeline.class);
        submitTo(early);

        assertThat(step.taken()).isEqualTo(acme);
        step.timeline = () -> context.getBean(Timeline.class);
        early.close();
        empty.stop();
    }

    @Test
    void movesNoCaseOnceANewerReleaseHasDeployedItsModels() {
        InstanceMigration migration = new InstanceMigration(
                context.getBean(CamundaClient.class),
                context.getBean(Deployment.class),
                context.getBean(ProcessModels.class),
                context.getBean(StepVisits.class));
        assertThat(migration.isPossible()).isTrue();

        deployed("1.0.1");

        assertThat(migration.isPossible()).isFalse();
        assertThat(migration.move(42, ProcessId.RESELLER_ONBOARDING))
                .isInstanceOf(InstanceMigration.Result.Refused.class);
        deployed("1.0.0");
    }

    private void deployed(String release) {
        jdbc().sql("UPDATE deployment SET release = :release")
                .param("release", release)
                .update();
    }

    private Incident failsForGood() {
        step.fails = true;
        submit();
        Incident incident = awaitIncident();
        step.forget();
        return incident;
    }

    /** However long the engine waits between tries; a slow try runs out of the engine's time and is made once more. */
    private Incident awaitIncident() {
        await("the incident is written down", () -> !ofAcme().isEmpty(), () -> {
            engine.increaseTime(Duration.ofSeconds(30));
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        });
        return ofAcme().getFirst();
    }

    private List<Incident> ofAcme() {
        return context.getBean(Incidents.class).open().stream()
                .filter(incident -> acme.equals(incident.subject()))
                .toList();
    }

    private int visits() {
        return jdbc().sql("SELECT COUNT(*) FROM step_visit WHERE application_id = :id")
                .param("id", acme)
                .query(Integer.class)
                .single();
    }

    private List<String> milestonesOfTeam() {
        return context.getBean(Timeline.class).of(new ApplicationId(acme)).stream()
                .map(Timeline.Entry::text)
                .toList();
    }

    private long incidentsOfTheEngine(Intent intent) {
        return incidentRecords(intent).size();
    }

    private List<Record<?>> incidentRecords(Intent intent) {
        List<Record<?>> found = new ArrayList<>();
        engine.getRecordStreamSource().getRecords().forEach(record -> {
            if (record.getValueType() == ValueType.INCIDENT
                    && record.getIntent().equals(intent)
                    && processInstances().contains(((IncidentRecordValue) record.getValue()).getProcessInstanceKey())) {
                found.add(record);
            }
        });
        return found;
    }

    /** Those that are about this test's application. */
    private List<Long> processInstances() {
        return jdbc().sql("SELECT process_instance_key FROM step_incident WHERE subject_id = :id")
                .param("id", acme)
                .query(Long.class)
                .list();
    }

    /** What Operate does when somebody presses Retry there. */
    private void inOperate() {
        CamundaClient client = context.getBean(CamundaClient.class);
        Record<?> incident = incidentRecords(IncidentIntent.CREATED).getFirst();
        client.newUpdateRetriesCommand(((IncidentRecordValue) incident.getValue()).getJobKey())
                .retries(1)
                .send()
                .join();
        client.newResolveIncidentCommand(incident.getKey()).send().join();
    }

    private static ReceiptConfirmed confirmed() {
        Ladder ladder = new Ladder(Duration.ofDays(1), Duration.ofDays(2), Duration.ofDays(3), Duration.ofDays(4));
        return new ReceiptConfirmed(
                "https://onboarding.example/team/applications/1",
                20,
                "europe",
                true,
                false,
                new OnboardingTiming(ladder, ladder, ladder, ladder));
    }

    private AnnotationConfigApplicationContext appWithEngineAt(URI address) {
        AnnotationConfigApplicationContext opened = TestDatabase.H2.with(clock, EngineBeans.class);
        opened.registerBean(
                EngineSettings.class, () -> new EngineSettings(address, null, null, Duration.ofSeconds(5), "1.0.0"));
        opened.registerBean(FirstStep.class, () -> step);
        opened.registerBean(CancelStep.class, () -> cancel);
        opened.refresh();
        return opened;
    }

    private void submit() {
        submitTo(context);
    }

    private void submitTo(AnnotationConfigApplicationContext app) {
        app.getBean(TransactionTemplate.class).executeWithoutResult(status -> putInto(app));
    }

    private void put() {
        putInto(context);
    }

    private void putInto(AnnotationConfigApplicationContext app) {
        app.getBean(Outbox.class)
                .put(MessageTypes.APPLICATION_SUBMITTED, acme, acme.toString(), new ForApplication(acme));
    }

    private int unsent() {
        return jdbc().sql("SELECT count(*) FROM outbox WHERE sent_at IS NULL")
                .query(Integer.class)
                .single();
    }

    private int milestones() {
        return context.getBean(Timeline.class).of(new ApplicationId(acme)).size();
    }

    private long tries(String result) {
        return context.getBean(MeterRegistry.class).find("onboarding.job").tag("result", result).timers().stream()
                .mapToLong(Timer::count)
                .sum();
    }

    private boolean ended(String element) {
        for (Record<?> record : engine.getRecordStreamSource().getRecords()) {
            if (record.getValueType() == ValueType.PROCESS_INSTANCE
                    && record.getIntent() == ProcessInstanceIntent.ELEMENT_COMPLETED
                    && ((ProcessInstanceRecordValue) record.getValue())
                            .getElementId()
                            .equals(element)) {
                return true;
            }
        }
        return false;
    }

    private JdbcClient jdbc() {
        return context.getBean(JdbcClient.class);
    }

    private static void await(String what, BooleanSupplier condition) {
        await(what, condition, () -> {});
    }

    private static void await(String what, BooleanSupplier condition, Runnable meanwhile) {
        long deadline = System.nanoTime() + Duration.ofSeconds(90).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("Waited in vain until " + what + ".");
            }
            meanwhile.run();
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
    }

    /** The time of this machine, and what a test adds to it. */
    private static final class ShiftedClock extends Clock {

        private volatile Duration shift = Duration.ZERO;

        void shift(Duration more) {
            shift = shift.plus(more);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Instant instant() {
            return Clock.systemUTC().instant().plus(shift);
        }
    }

    /** Fails for as long as the test tells it to. */
    private static final class CancelStep implements LocalStepWorker<ForApplication, Nothing> {

        volatile boolean fails;

        @Override
        public JobType<ForApplication, Nothing> jobType() {
            return JobTypes.CANCEL_ONBOARDING;
        }

        @Override
        public Outcome<Nothing> apply(ForApplication input, Job job) {
            if (fails) {
                throw new IllegalStateException("the database said no");
            }
            return Outcome.done();
        }
    }

    /** Writes a milestone, then does what the test told it to. */
    private static final class FirstStep implements LocalStepWorker<ForApplication, ReceiptConfirmed> {

        final BlockingQueue<RuntimeException> faults = new LinkedBlockingQueue<>();
        final BlockingQueue<Runnable> beforeWork = new LinkedBlockingQueue<>();
        private final AtomicReference<@Nullable CountDownLatch> held = new AtomicReference<>();
        volatile boolean fails;
        volatile Outcome<ReceiptConfirmed> outcome = Outcome.refused(StepError.DUPLICATE_START);
        volatile Supplier<Timeline> timeline = () -> {
            throw new IllegalStateException("not started");
        };
        private final BlockingQueue<UUID> tries = new LinkedBlockingQueue<>();

        void forget() {
            tries.clear();
            faults.clear();
            beforeWork.clear();
            fails = false;
        }

        /** Lets the next try end only when the latch is counted down. */
        CountDownLatch hold() {
            CountDownLatch latch = new CountDownLatch(1);
            held.set(latch);
            return latch;
        }

        @Override
        public NothingAsked ask(ForApplication input) {
            Optional.ofNullable(beforeWork.poll()).ifPresent(Runnable::run);
            return NothingAsked.NOTHING;
        }

        UUID taken() throws InterruptedException {
            UUID application = tries.poll(60, TimeUnit.SECONDS);
            if (application == null) {
                throw new AssertionError("No job came.");
            }
            return application;
        }

        @Nullable
        UUID takenWithin(Duration patience) {
            try {
                return tries.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return null;
            }
        }

        @Override
        public JobType<ForApplication, ReceiptConfirmed> jobType() {
            return JobTypes.CONFIRM_RECEIPT;
        }

        @Override
        public Outcome<ReceiptConfirmed> apply(ForApplication input, Job job) {
            timeline.get().tellTeam(new ApplicationId(input.applicationId()), Timeline.SYSTEM, "A try.");
            tries.add(input.applicationId());
            awaitRelease();
            if (fails) {
                throw new IllegalStateException("the database said no");
            }
            RuntimeException fault = faults.poll();
            if (fault != null) {
                throw fault;
            }
            return outcome;
        }

        private void awaitRelease() {
            CountDownLatch latch = held.getAndSet(null);
            if (latch != null) {
                try {
                    latch.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
