package io.rocketbots.onboarding.integration.webhook;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.rocketbots.onboarding.integration.webhook.WebhookQueue.Claimed;
import io.rocketbots.onboarding.integration.webhook.WebhookSender.Answer;
import io.rocketbots.onboarding.kernel.loop.Loop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends what is queued, several endpoints at once: woken after every commit that queued something, and looking by itself
 * every {@link WebhookTerms#poll()}. A message is sent at least once: a node that dies between the endpoint's answer and
 * our note of it sends it again, with the same id, once the lease has run out.
 */
@Component
public class WebhookDispatcher implements SmartLifecycle {

    static final int AT_ONCE = 16;

    private static final Logger log = LoggerFactory.getLogger(WebhookDispatcher.class);
    private static final int GONE = 410;

    private final WebhookQueue queue;
    private final WebhookSender sender;
    private final WebhookSecrets secrets;
    private final WebhookTerms terms;
    private final Clock clock;
    private final Counter delivered;
    private final Counter retried;
    private final Counter givenUp;
    private final Semaphore places = new Semaphore(AT_ONCE);
    private final Loop loop;

    WebhookDispatcher(
            WebhookQueue queue,
            WebhookSender sender,
            WebhookSecrets secrets,
            WebhookTerms terms,
            Clock clock,
            MeterRegistry meters) {
        this.queue = queue;
        this.sender = sender;
        this.secrets = secrets;
        this.terms = terms;
        this.clock = clock;
        this.delivered = counter(meters, "delivered");
        this.retried = counter(meters, "retried");
        this.givenUp = counter(meters, "given_up");
        this.loop = new Loop("webhook-dispatcher", terms.poll(), () -> {
            startDue();
            return terms.poll();
        });
    }

    private static Counter counter(MeterRegistry meters, String result) {
        return Counter.builder("onboarding.webhook.deliveries")
                .description("Tries to deliver a webhook, by what became of them")
                .tag("result", result)
                .register(meters);
    }

    @TransactionalEventListener
    void wake(Webhooks.WebhookQueued event) {
        loop.wake();
    }

    /** Tries everything that is due now and waits for what comes of it. */
    void dispatchDue() throws InterruptedException {
        startDue();
        places.acquire(AT_ONCE);
        places.release(AT_ONCE);
    }

    private void startDue() throws InterruptedException {
        for (Optional<Claimed> next = claim(); next.isPresent(); next = claim()) {
            Claimed delivery = next.get();
            Thread.ofPlatform().daemon().name("webhook").start(() -> sendAndLeave(delivery));
        }
    }

    /** The next one, with a place kept for it. */
    private Optional<Claimed> claim() throws InterruptedException {
        places.acquire();
        Optional<Claimed> next = Optional.empty();
        try {
            next = queue.claim();
            return next;
        } finally {
            if (next.isEmpty()) {
                places.release();
            }
        }
    }

    private void sendAndLeave(Claimed delivery) {
        try {
            send(delivery);
        } catch (RuntimeException fault) {
            log.error("Webhook {} is tried again once its lease is over.", delivery.id(), fault);
        } finally {
            places.release();
            // Its endpoint may have others waiting.
            loop.wake();
        }
    }

    private void send(Claimed delivery) {
        Instant now = clock.instant();
        String message = WebhookQueue.messageId(delivery.messageId());
        long timestamp = now.getEpochSecond();
        WebhookEndpoint endpoint = delivery.endpoint();
        String signature = secrets.signature(
                endpoint.id(), endpoint.secretsAt(now, terms.secretOverlap()), message, timestamp, delivery.body());
        Answer answer = sender.post(
                endpoint.url(),
                Map.of(
                        "webhook-id",
                        message,
                        "webhook-timestamp",
                        Long.toString(timestamp),
                        "webhook-signature",
                        signature),
                delivery.body());
        switch (answer) {
            case Answer.Status(int code)
            when code >= 200 && code < 300 -> {
                queue.delivered(delivery, code);
                delivered.increment();
            }
            case Answer.Status(int code) ->
                failed(delivery, code, "It answered " + code + " instead of 2xx.", code == GONE);
            case Answer.None(String why) -> failed(delivery, null, why, false);
        }
    }

    private void failed(Claimed delivery, @Nullable Integer answer, String why, boolean gone) {
        boolean again = queue.failed(delivery, answer, why, gone);
        (again ? retried : givenUp).increment();
    }

    @Override
    public void start() {
        loop.start();
    }

    /** What is just being sent may end; what takes longer is taken over after its lease. */
    @Override
    public void stop() {
        loop.stop(Duration.ofSeconds(1));
        try {
            if (places.tryAcquire(AT_ONCE, 2, TimeUnit.SECONDS)) {
                places.release(AT_ONCE);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
