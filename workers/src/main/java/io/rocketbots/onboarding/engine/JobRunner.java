package io.rocketbots.onboarding.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.api.worker.BackoffSupplier;
import io.camunda.client.api.worker.JobClient;
import io.camunda.client.api.worker.JobWorker;
import io.grpc.Status;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.job.StepOvertaken;
import io.rocketbots.onboarding.kernel.job.StepPostponed;
import io.rocketbots.onboarding.kernel.job.StepRoster;
import io.rocketbots.onboarding.kernel.job.StepWorker;
import io.rocketbots.onboarding.operations.history.Incidents;
import io.rocketbots.onboarding.operations.history.Step;
import io.rocketbots.onboarding.operations.history.StepVisits;
import io.rocketbots.onboarding.process.history.CaseHistory;
import java.lang.reflect.RecordComponent;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Phaser;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.support.TransactionOperations;

/**
 * The only loop that works on jobs: ask, change rows in one transaction, commit, answer the engine once. A crash
 * between commit and answer means that the job comes again, so every step leaves the same state twice as once. A job
 * that two have at the same time (the engine gives it out again when it hears nothing for a minute) is done by one after
 * the other.
 */
@Component
public class JobRunner implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(JobRunner.class);

    /** Longer than a step may take with a silent DNS server and a slow database. */
    private static final Duration JOB_TIMEOUT = Duration.ofMinutes(1);

    /** After that the engine gives the job to somebody else before what is begun now would be done. */
    private static final Duration TOO_LATE = JOB_TIMEOUT.minusSeconds(10);

    /** As many as every model gives its steps. */
    private static final int TRIES = 3;

    /**
     * A stream brings only what becomes due while it is open: what was due before, or went into one that was broken already,
     * is fetched.
     */
    private static final BackoffSupplier UNSTREAMED = BackoffSupplier.newBackoffBuilder()
            .minDelay(Duration.ofSeconds(5).toMillis())
            .maxDelay(Duration.ofSeconds(15).toMillis())
            .build();

    private static final Duration DRAIN = Duration.ofSeconds(5);
    private static final BackOff STEP_BACK_OFF = new BackOff(Duration.ofSeconds(5), Duration.ofMinutes(5));
    private static final Duration OUTAGE_BACK_OFF = Duration.ofSeconds(15);

    private final CamundaClient client;
    private final List<StepWorker<?, ?, ?>> steps;
    private final StepRoster roster;
    private final TransactionOperations transaction;
    private final JobWatch watch;
    private final StepVisits visits;
    private final Incidents incidents;
    private final Clock clock;
    private final VariableJson variables = new VariableJson();
    private final List<JobWorker> workers = new ArrayList<>();
    private final Phaser inFlight = new Phaser(1);
    private volatile boolean running;

    JobRunner(
            CamundaClient client,
            List<StepWorker<?, ?, ?>> steps,
            StepRoster roster,
            TransactionOperations transaction,
            JobWatch watch,
            StepVisits visits,
            Incidents incidents,
            Clock clock) {
        this.client = client;
        this.steps = steps;
        this.roster = roster;
        this.transaction = transaction;
        this.watch = watch;
        this.visits = visits;
        this.incidents = incidents;
        this.clock = clock;
    }

    @Override
    public void start() {
        steps.forEach(step -> workers.add(open(step)));
        running = true;
        log.info("Working on {} kinds of jobs.", steps.size());
        List<String> missing = roster.missing();
        if (!missing.isEmpty()) {
            log.error("Nobody of this release works on {}: cases stand still there. See the ops page.", missing);
        }
    }

    @Override
    public void stop() {
        running = false;
        workers.forEach(JobWorker::close);
        workers.clear();
        int phase = inFlight.arrive();
        try {
            inFlight.awaitAdvanceInterruptibly(phase, DRAIN.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            log.warn(
                    "Stopping with {} jobs still being worked on; the engine gives them out again.",
                    inFlight.getUnarrivedParties());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** A job that was taken up, for that step. */
    private record Taken<I, A, O>(StepWorker<I, A, O> step, ActivatedJob job, Step inHand) {

        boolean isTooLate(Instant now) {
            return now.isAfter(inHand.startedAt().plus(TOO_LATE));
        }
    }

    private <I, A, O> JobWorker open(StepWorker<I, A, O> step) {
        return client.newWorker()
                .jobType(step.jobType().name())
                .handler((jobs, job) -> work(step, jobs, job))
                .name("onboarding")
                .timeout(JOB_TIMEOUT)
                .fetchVariables(namesOf(step.jobType().input()))
                .streamEnabled(true)
                .pollInterval(Duration.ofSeconds(5))
                .streamNoJobsBackoffSupplier(UNSTREAMED)
                .open();
    }

    private <I, A, O> void work(StepWorker<I, A, O> step, JobClient jobs, ActivatedJob job) {
        inFlight.register();
        try {
            Taken<I, A, O> taken = new Taken<>(step, job, stepOf(job));
            watch.over(job, () -> tryOnce(taken, jobs), fault -> fail(jobs, job, taken.inHand(), fault));
        } finally {
            inFlight.arriveAndDeregister();
        }
    }

    private <I, A, O> JobResult tryOnce(Taken<I, A, O> taken, JobClient jobs) {
        try {
            return run(taken).map(outcome -> answer(taken.job(), outcome, jobs)).orElseGet(() -> {
                log.warn(
                        "Job {} of {} came too late to its work and left it to whoever has it by now.",
                        taken.job().getType(),
                        taken.job().getProcessInstanceKey());
                return JobResult.LATE;
            });
        } catch (RuntimeException fault) {
            return fail(jobs, taken.job(), taken.inHand(), fault);
        }
    }

    /** Empty when it is too late for it: somebody else has the job by now, and the case may be further. */
    private <I, A, O> Optional<Outcome<O>> run(Taken<I, A, O> taken) {
        StepWorker<I, A, O> step = taken.step();
        ActivatedJob job = taken.job();
        I input = variables.read(job.getVariables(), step.jobType().input());
        A asked = step.ask(input);
        Job context = new Job(job.getElementId(), job.getElementInstanceKey(), job.getProcessInstanceKey());
        for (int tries = 1; ; tries++) {
            try {
                return Objects.requireNonNull(transaction.execute(status -> {
                    visits.begun(taken.inHand());
                    if (taken.isTooLate(clock.instant())) {
                        status.setRollbackOnly();
                        return Optional.<Outcome<O>>empty();
                    }
                    Outcome<O> outcome = step.apply(input, asked, context);
                    visits.ended(taken.inHand(), outcome);
                    return Optional.of(outcome);
                }));
            } catch (OptimisticLockingFailureException somebodyElse) {
                // A person changed the same row at the same moment: look again, with what they wrote.
                if (tries == 3) {
                    throw somebodyElse;
                }
            }
        }
    }

    private <O> JobResult answer(ActivatedJob job, Outcome<O> outcome, JobClient jobs) {
        return switch (outcome) {
            case Outcome.Done<O>(var output) -> {
                send(jobs.newCompleteCommand(job).variables(variables.write(output)), job);
                yield JobResult.COMPLETED;
            }
            case Outcome.Refused<O>(var error) -> {
                send(jobs.newThrowErrorCommand(job).errorCode(error.name()), job);
                yield JobResult.REFUSED;
            }
        };
    }

    private JobResult fail(JobClient jobs, ActivatedJob job, Step inHand, RuntimeException fault) {
        boolean outage = isOutage(fault) || (job.getRetries() <= 1 && !isWrittenDown(inHand, fault));
        int retries = outage ? job.getRetries() : job.getRetries() - 1;
        Duration backOff = outage ? OUTAGE_BACK_OFF : STEP_BACK_OFF.after(inHand.tries(), ThreadLocalRandom.current());
        log.warn(
                "Job {} of {} failed; {} tries are left, the next one in {}.",
                job.getType(),
                job.getProcessInstanceKey(),
                retries,
                backOff,
                fault);
        // The engine keeps this text and shows it in Operate, so it names the fault and no person.
        String message = fault.getClass().getSimpleName() + " in " + job.getType() + "; see the log of the app.";
        send(jobs.newFailCommand(job).retries(retries).retryBackoff(backOff).errorMessage(message), job);
        if (outage) {
            return JobResult.OUTAGE;
        }
        return retries > 0 ? JobResult.RETRIED : JobResult.INCIDENT;
    }

    /** Before the engine makes an incident of it: one that nobody can read about would stay for ever. */
    private boolean isWrittenDown(Step inHand, RuntimeException fault) {
        try {
            incidents.stopped(inHand, fault);
            return true;
        } catch (RuntimeException e) {
            log.warn("The incident of {} cannot be written down, so it is tried again.", inHand.elementId(), e);
            return false;
        }
    }

    private Step stepOf(ActivatedJob job) {
        Map<String, @Nullable Object> known = variables.read(job.getVariables());
        known.keySet().retainAll(CaseHistory.VARIABLES);
        return new Step(
                job.getBpmnProcessId(),
                job.getProcessDefinitionVersion(),
                job.getProcessInstanceKey(),
                job.getElementId(),
                job.getElementInstanceKey(),
                clock.instant(),
                Math.max(1, TRIES + 1 - job.getRetries()),
                known);
    }

    /** It passes, however long it takes, so it must not use up the tries and end as an incident. */
    private static boolean isOutage(RuntimeException fault) {
        return fault instanceof StepOvertaken
                || fault instanceof StepPostponed
                || fault instanceof CannotCreateTransactionException
                || fault instanceof DataAccessResourceFailureException
                || fault instanceof TransientDataAccessException;
    }

    private static void send(FinalCommandStep<?> command, ActivatedJob job) {
        try {
            command.send().join(30, TimeUnit.SECONDS);
        } catch (ClientStatusException e) {
            if (e.getStatusCode() == Status.Code.NOT_FOUND) {
                log.debug("Job {} was answered already or its task has been left.", job.getKey());
            } else {
                log.warn(
                        "The engine did not take the answer to job {} of {} ({}); it will give the job out again.",
                        job.getType(),
                        job.getProcessInstanceKey(),
                        e.getStatusCode());
            }
        } catch (RuntimeException e) {
            log.warn(
                    "The engine did not take the answer to job {} of {}; it will give the job out again.",
                    job.getType(),
                    job.getProcessInstanceKey(),
                    e);
        }
    }

    /** What the step reads, and what is written down and logged with it. */
    private static List<String> namesOf(Class<?> input) {
        return Stream.concat(
                        Arrays.stream(input.getRecordComponents()).map(RecordComponent::getName),
                        CaseHistory.VARIABLES.stream())
                .distinct()
                .toList();
    }
}
