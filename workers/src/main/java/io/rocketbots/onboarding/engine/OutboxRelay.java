package io.rocketbots.onboarding.engine;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.CamundaFuture;
import io.camunda.client.api.command.ClientStatusException;
import io.grpc.Status;
import io.micrometer.observation.Observation;
import io.rocketbots.onboarding.kernel.loop.Loop;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.trace.Traces;
import io.rocketbots.onboarding.process.MessageType;
import io.rocketbots.onboarding.process.MessageTypes;
import java.time.Duration;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.MDC;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionPhase;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends what is in the outbox: woken right after a commit, with a slow poll as the net. Several app nodes share the
 * work by leases. The row's id is the message's id, so a message that went out twice counts once.
 */
@Component
public class OutboxRelay implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(OutboxRelay.class);

    /** As many as the engine takes at once before it pushes back. */
    private static final int BATCH = 10;

    private static final BackOff BACK_OFF = new BackOff(Duration.ofMillis(500), Duration.ofMinutes(1));

    /** So long the stop of the application may have to wait for it. */
    private static final Duration DEPLOYMENT_PATIENCE = Duration.ofSeconds(1);

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    /** The engine is away or busy: it passes, so the message is tried for ever. */
    private static final Set<Status.Code> PASSING = EnumSet.of(
            Status.Code.UNAVAILABLE,
            Status.Code.RESOURCE_EXHAUSTED,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.ABORTED,
            Status.Code.INTERNAL,
            Status.Code.UNKNOWN,
            Status.Code.CANCELLED,
            Status.Code.UNAUTHENTICATED);

    private final CamundaClient client;
    private final Deployment deployment;
    private final OutboxQueue queue;
    private final StepRetries retries;
    private final Traces traces;
    private final Duration poll;
    private final Loop loop;

    OutboxRelay(
            CamundaClient client,
            Deployment deployment,
            OutboxQueue queue,
            StepRetries retries,
            Traces traces,
            EngineSettings settings) {
        this.client = client;
        this.deployment = deployment;
        this.queue = queue;
        this.retries = retries;
        this.traces = traces;
        this.poll = settings.relayPoll();
        this.loop = new Loop("outbox-relay", poll, this::relay);
    }

    @TransactionalEventListener(phase = TransactionPhase.AFTER_COMMIT)
    void onMessagePut(Outbox.MessagePut put) {
        loop.wake();
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop(STOP_WITHIN);
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    private Duration relay() {
        // The engine takes a message that starts a process, but keeps it for no model that comes later.
        if (!deployment.awaitDeployed(DEPLOYMENT_PATIENCE) || sendDue() > 0) {
            return Duration.ZERO;
        }
        return queue.untilNext().filter(wait -> wait.compareTo(poll) < 0).orElse(poll);
    }

    private int sendDue() {
        List<OutboxQueue.Message> due = queue.claim(BATCH);
        Map<OutboxQueue.Message, CamundaFuture<?>> sent = new LinkedHashMap<>();
        for (OutboxQueue.Message message : due) {
            send(message)
                    .ifPresentOrElse(
                            answer -> sent.put(message, answer), () -> later(message, "only a newer release knows it"));
        }
        sent.forEach(this::settle);
        return due.size();
    }

    private Optional<CamundaFuture<?>> send(OutboxQueue.Message message) {
        return StepRetries.isOne(message)
                ? Optional.of(retries.send(message))
                : MessageTypes.named(message.type()).map(type -> publish(message, type));
    }

    private CamundaFuture<?> publish(OutboxQueue.Message message, MessageType<?> type) {
        return client.newPublishMessageCommand()
                .messageName(message.type())
                .correlationKey(message.correlationKey())
                .messageId(message.id().toString())
                .timeToLive(type.timeToLive())
                .variables(message.payload())
                .send();
    }

    private void settle(OutboxQueue.Message message, CamundaFuture<?> answer) {
        Observation observation = traces.takeOver("onboarding.outbox.send", message.traceparent())
                .lowCardinalityKeyValue("message", message.type());
        MDC.put("aggregateId", message.aggregateId().toString());
        try {
            observation.observe(() -> {
                observation.lowCardinalityKeyValue("result", resultOf(message, answer));
            });
        } finally {
            MDC.remove("aggregateId");
        }
    }

    private String resultOf(OutboxQueue.Message message, CamundaFuture<?> answer) {
        try {
            answer.join(15, TimeUnit.SECONDS);
            if (StepRetries.isOne(message)) {
                retries.taken(message);
            }
        } catch (ClientStatusException e) {
            Status.Code code = e.getStatusCode();
            if (StepRetries.isOne(message) && !PASSING.contains(code)) {
                retries.refused(message, e);
            } else if (code != Status.Code.ALREADY_EXISTS) {
                return PASSING.contains(code)
                        ? later(message, code.toString())
                        : park(message, code, e.getStatus().toString());
            }
        } catch (RuntimeException e) {
            return later(message, e.getClass().getSimpleName());
        }
        queue.sent(message);
        log.info("Message {} about {} is with the engine.", message.type(), message.aggregateId());
        return "sent";
    }

    private String park(OutboxQueue.Message message, Status.Code code, String why) {
        log.error(
                "The engine refuses message {} about {} ({}). It is parked: see the ops page.",
                message.type(),
                message.aggregateId(),
                code);
        queue.park(message, why);
        return "parked";
    }

    private String later(OutboxQueue.Message message, String why) {
        Duration backOff = BACK_OFF.after(message.attempts() + 1, ThreadLocalRandom.current());
        log.info(
                "Message {} about {} waits {} for the engine ({}).",
                message.type(),
                message.aggregateId(),
                backOff,
                why);
        queue.later(message, backOff, why);
        return "retried";
    }
}
