package io.rocketbots.onboarding.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.process.MessageType;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class OutboxQueueJdbcTest {

    private static final UUID ACME = UUID.randomUUID();
    private static final UUID BOLT = UUID.randomUUID();

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AnnotationConfigApplicationContext context;

    OutboxQueueJdbcTest(TestDatabase database) {
        context = database.with(clock, Outbox.class, OutboxQueue.class);
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
    void givesOutTheOldestMessageOfEachCaseAndNoneBehindIt() {
        put(ACME, MessageTypes.ACCOUNT_ACTIVATED, Duration.ZERO);
        put(ACME, MessageTypes.BRANDING_COMPLETED, Duration.ZERO);
        put(BOLT, MessageTypes.ACCOUNT_ACTIVATED, Duration.ZERO);

        assertThat(claim()).extracting(OutboxQueue.Message::aggregateId).containsExactly(ACME, BOLT);
        assertThat(claim()).isEmpty();
    }

    @Test
    void letsTheNextOneGoOnceTheFirstIsSent() {
        put(ACME, MessageTypes.ACCOUNT_ACTIVATED, Duration.ZERO);
        put(ACME, MessageTypes.BRANDING_COMPLETED, Duration.ZERO);

        claim().forEach(message -> queue().sent(message));

        assertThat(claim()).extracting(OutboxQueue.Message::type).containsExactly("branding-completed");
    }

    @Test
    void holdsBackWhatIsHeldAndItsFollowersOnly() {
        put(ACME, MessageTypes.REVIEW_DECIDED, Duration.ofSeconds(30));
        put(ACME, MessageTypes.ONBOARDING_CANCELLED, Duration.ZERO);
        put(BOLT, MessageTypes.ONBOARDING_CANCELLED, Duration.ZERO);

        List<OutboxQueue.Message> free = claim();
        free.forEach(message -> queue().sent(message));
        clock.advance(Duration.ofSeconds(31));

        assertThat(free).extracting(OutboxQueue.Message::aggregateId).containsExactly(BOLT);
        assertThat(claim()).extracting(OutboxQueue.Message::type).containsExactly("review-decided");
    }

    @Test
    void takesBackWhatIsHeldButNotWhatIsGoing() {
        UUID held = put(ACME, MessageTypes.REVIEW_DECIDED, Duration.ofSeconds(30));
        UUID going = put(BOLT, MessageTypes.REVIEW_DECIDED, Duration.ZERO);
        claim();

        assertThat(takeBack(held)).isTrue();
        assertThat(takeBack(held)).isFalse();
        assertThat(takeBack(going)).isFalse();
    }

    @Test
    void takesNothingBackThatMayHaveGoneInAFailedTry() {
        UUID tried = put(ACME, MessageTypes.REVIEW_DECIDED, Duration.ZERO);
        claim().forEach(message -> queue().later(message, Duration.ofSeconds(30), "DEADLINE_EXCEEDED"));

        assertThat(takeBack(tried)).isFalse();
    }

    @Test
    void givesAMessageOutAgainWhenItsNodeDiedWhileSending() {
        put(ACME, MessageTypes.ACCOUNT_ACTIVATED, Duration.ZERO);
        claim();

        clock.advance(Duration.ofSeconds(61));

        assertThat(claim()).hasSize(1);
    }

    @Test
    void leasesFromTheClaimOnHoweverLongItTook() {
        put(ACME, MessageTypes.ACCOUNT_ACTIVATED, Duration.ZERO);
        clock.passesBetweenTwoLooks(Duration.ofSeconds(15));

        assertThat(claim()).hasSize(1);
        assertThat(claim()).isEmpty();
    }

    @Test
    void whoComesTooLateDoesNotTakeAMessageFromItsNode() {
        put(ACME, MessageTypes.ACCOUNT_ACTIVATED, Duration.ZERO);
        OutboxQueue.Message late = claim().getFirst();
        clock.advance(Duration.ofSeconds(61));
        claim();

        queue().later(late, Duration.ZERO, "UNAVAILABLE");
        queue().park(late, "INVALID_ARGUMENT");

        assertThat(claim()).isEmpty();
        clock.advance(Duration.ofSeconds(61));
        assertThat(claim()).extracting(OutboxQueue.Message::attempts).containsExactly(0);
    }

    @Test
    void doesNotSendAgainWhatAnotherNodeHasSent() {
        put(ACME, MessageTypes.ACCOUNT_ACTIVATED, Duration.ZERO);
        OutboxQueue.Message late = claim().getFirst();
        clock.advance(Duration.ofSeconds(61));
        claim().forEach(queue()::sent);

        queue().later(late, Duration.ZERO, "UNAVAILABLE");

        assertThat(claim()).isEmpty();
    }

    @Test
    void keepsARefusedMessageForOpsAndHoldsBackItsFollowers() {
        put(ACME, MessageTypes.ACCOUNT_ACTIVATED, Duration.ZERO);
        put(ACME, MessageTypes.BRANDING_COMPLETED, Duration.ZERO);

        claim().forEach(message -> queue().park(message, "INVALID_ARGUMENT"));

        clock.advance(Duration.ofDays(1));
        assertThat(claim()).isEmpty();
    }

    @Test
    void saysWhenToLookAgain() {
        put(ACME, MessageTypes.REVIEW_DECIDED, Duration.ofSeconds(30));

        assertThat(queue().untilNext()).contains(Duration.ofSeconds(30));
    }

    @Test
    void doesNotLookAgainAndAgainForWhatStandsBehindAnother() {
        put(ACME, MessageTypes.ACCOUNT_ACTIVATED, Duration.ZERO);
        put(ACME, MessageTypes.BRANDING_COMPLETED, Duration.ZERO);
        claim().forEach(message -> queue().park(message, "INVALID_ARGUMENT"));

        assertThat(queue().untilNext()).isEmpty();
    }

    @Test
    void takesNothingOutsideTheTransactionThatChangesTheRows() {
        assertThatThrownBy(() -> context.getBean(Outbox.class)
                        .put(MessageTypes.ACCOUNT_ACTIVATED, ACME, ACME.toString(), new Nothing()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void givesEachMessageToOneOfTwoNodes() throws Exception {
        for (int i = 0; i < 20; i++) {
            put(UUID.randomUUID(), MessageTypes.ACCOUNT_ACTIVATED, Duration.ZERO);
        }

        try (ExecutorService nodes = Executors.newFixedThreadPool(2)) {
            Callable<List<OutboxQueue.Message>> node = () -> queue().claim(20);
            List<UUID> claimed = nodes.invokeAll(List.of(node, node)).stream()
                    .map(Future::resultNow)
                    .flatMap(List::stream)
                    .map(OutboxQueue.Message::id)
                    .toList();
            assertThat(claimed).isNotEmpty().doesNotHaveDuplicates();
        }
    }

    private UUID put(UUID aggregate, MessageType<Nothing> type, Duration hold) {
        return Objects.requireNonNull(transaction()
                .execute(status ->
                        context.getBean(Outbox.class).put(type, aggregate, aggregate.toString(), new Nothing(), hold)));
    }

    private boolean takeBack(UUID id) {
        return Objects.requireNonNull(
                transaction().execute(status -> context.getBean(Outbox.class).takeBack(id)));
    }

    private List<OutboxQueue.Message> claim() {
        return queue().claim(10);
    }

    private OutboxQueue queue() {
        return context.getBean(OutboxQueue.class);
    }

    private TransactionTemplate transaction() {
        return context.getBean(TransactionTemplate.class);
    }
}
