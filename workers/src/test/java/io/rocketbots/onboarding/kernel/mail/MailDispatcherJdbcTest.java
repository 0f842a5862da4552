package io.rocketbots.onboarding.kernel.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.micrometer.core.instrument.MeterRegistry;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.InvitationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.mail.MailQueue.Claimed;
import io.rocketbots.onboarding.kernel.mail.Mailer.Delivery;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.PayloadApplicationEvent;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class MailDispatcherJdbcTest {

    private static final Addressee ADA = EveryMail.ADA;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AddressBook people = new AddressBook();
    private final Post post = new Post();
    private final List<MailContent> contents = new ArrayList<>();
    private final List<Recipient> refusedRecipients = new ArrayList<>();
    private final AnnotationConfigApplicationContext context;
    private final ApplicationId acme = people.applicant(ADA);

    MailDispatcherJdbcTest(TestDatabase database) {
        context = database.with(
                clock,
                Mails.class,
                MailQueue.class,
                MailWatch.class,
                Timeline.class,
                ResendMail.class,
                CorrectEmailAndResend.class);
    }

    @BeforeEach
    void open() {
        context.registerBean(TeamDirectory.class, () -> people);
        context.registerBean(ApplicantAddresses.class, people::applicants);
        context.registerBean(AccountAddresses.class, people::accounts);
        context.registerBean(MailTerms.class, () -> EveryMail.TERMS);
        context.addApplicationListener((PayloadApplicationEvent<?> event) -> {
            if (event.getPayload() instanceof MailRefused(Recipient recipient)) {
                refusedRecipients.add(recipient);
            }
        });
        context.refresh();
        says(MailTemplate.APPLICATION_WITHDRAWN, mail -> Optional.of(Map.of()));
        says(
                MailTemplate.NEW_APPLICATIONS,
                mail -> Optional.of(Map.of(
                        "applications",
                        mail.about().stream()
                                .map(about ->
                                        Map.of("company", about.id("company"), "taskId", "1", "dueAt", clock.instant()))
                                .toList())));
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void sendsWhatIsQueuedOnce() {
        queueWithdrawn("first");

        dispatcher().dispatchDue();
        dispatcher().dispatchDue();

        assertThat(post.addresses()).containsExactly("ada@acme.example");
        assertThat(mails().of(acme))
                .extracting(MailEntry::state, MailEntry::address)
                .containsExactly(tuple(MailState.SENT, "ada@acme.example"));
    }

    @Test
    void leavesAMailOfANewerReleaseAndSendsTheOthers() {
        queueWithdrawn("first");
        context.getBean(JdbcClient.class)
                .sql("UPDATE mail_message SET template = 'of-tomorrow'")
                .update();
        queueWithdrawn("second");

        dispatcher().dispatchDue();

        assertThat(post.addresses()).containsExactly("ada@acme.example");
    }

    @Test
    void keepsAMailWhileWhatItLeadsToIsClosed() {
        says(MailTemplate.APPLICATION_WITHDRAWN, mail -> {
            throw new MailWaits("the Space is not there yet");
        });
        queueWithdrawn("first");
        dispatcher().dispatchDue();
        assertThat(mails().delayed()).isEmpty();

        says(MailTemplate.APPLICATION_WITHDRAWN, mail -> Optional.of(Map.of()));
        clock.advance(Duration.ofMinutes(10));
        dispatcher().dispatchDue();
        assertThat(post.addresses()).isEmpty();
        tryNow();
        dispatcher().dispatchDue();

        assertThat(post.addresses()).containsExactly("ada@acme.example");
        assertThat(mailsCounted("waits")).isEqualTo(1);
    }

    @Test
    void sendsAMailAtOnceThatWasWaitedForWhatOpensInThisVeryMoment() {
        AtomicBoolean open = new AtomicBoolean();
        says(MailTemplate.APPLICATION_WITHDRAWN, mail -> {
            if (!open.getAndSet(true)) {
                CompletableFuture.runAsync(this::tryNow).join();
                throw new MailWaits("the Space is not there yet");
            }
            return Optional.of(Map.of());
        });
        queueWithdrawn("first");
        clock.advance(Duration.ofSeconds(1));

        dispatcher().dispatchDue();

        assertThat(post.addresses()).containsExactly("ada@acme.example");
    }

    private void tryNow() {
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(status -> mails().tryNow(Recipient.applicant()));
    }

    @Test
    void countsMailsByTemplateAndWhatBecameOfThem() {
        queueWithdrawn("first");
        post.answer(new Delivery.NotNow("Connection refused"));
        dispatcher().dispatchDue();
        clock.advance(Duration.ofMinutes(1));
        post.answer(new Delivery.Accepted());
        dispatcher().dispatchDue();

        assertThat(mailsCounted("retried")).isEqualTo(1);
        assertThat(mailsCounted("sent")).isEqualTo(1);
        assertThat(mailsCounted("refused")).isZero();
    }

    private double mailsCounted(String result) {
        return context.getBean(MeterRegistry.class)
                .get("onboarding.mails")
                .tag("template", MailTemplate.APPLICATION_WITHDRAWN.id())
                .tag("result", result)
                .counter()
                .count();
    }

    @Test
    void queuesTheSameMailOnce() {
        queueWithdrawn("first");
        queueWithdrawn("first");
        queueWithdrawn("second");

        assertThat(mails().of(acme)).hasSize(2);
    }

    @Test
    void queuesOnlyWithTheChangeItTellsOf() {
        transaction().executeWithoutResult(status -> {
            mails().queue(MailTemplate.APPLICATION_WITHDRAWN, acme, Recipient.applicant(), "first", Map.of());
            status.setRollbackOnly();
        });

        assertThat(mails().of(acme)).isEmpty();
        assertThatThrownBy(() -> mails().queue(
                                MailTemplate.APPLICATION_WITHDRAWN, acme, Recipient.applicant(), "first", Map.of()))
                .isInstanceOf(IllegalTransactionStateException.class);
    }

    @Test
    void triesAgainLaterWhileTheServerIsDown() {
        queueWithdrawn("first");
        post.answer(new Delivery.NotNow("Connection refused"));

        dispatcher().dispatchDue();
        clock.advance(Duration.ofSeconds(2));
        dispatcher().dispatchDue();
        assertThat(mails().delayed())
                .extracting(MailEntry::attempts, MailEntry::error)
                .containsExactly(tuple(1, "Connection refused"));

        post.answer(new Delivery.Accepted());
        clock.advance(Duration.ofSeconds(4));
        dispatcher().dispatchDue();
        assertThat(post.taken).hasSize(1);
        assertThat(mails().delayed()).isEmpty();
    }

    @Test
    void neverWaitsLongerThanTheLongestPause() {
        queueWithdrawn("first");
        post.answer(new Delivery.NotNow("Connection refused"));
        for (int i = 0; i < 20; i++) {
            dispatcher().dispatchDue();
            clock.advance(EveryMail.TERMS.longestRetry());
        }

        assertThat(mails().delayed()).extracting(MailEntry::attempts).containsExactly(20);
    }

    @Test
    void tellsTheTeamWhenAMailIsUndeliverable() {
        queueWithdrawn("first");
        post.answer(new Delivery.RecipientRefused("550 no such user"));

        dispatcher().dispatchDue();
        clock.advance(Duration.ofDays(1));
        dispatcher().dispatchDue();

        assertThat(mails().undeliverableOf(acme)).extracting(MailEntry::error).containsExactly("550 no such user");
        assertThat(context.getBean(Timeline.class).of(acme))
                .extracting(Timeline.Entry::text, Timeline.Entry::shownToApplicant)
                .containsExactly(tuple(
                        "Mail undeliverable: \"Application withdrawn\" to ada@acme.example. The mail server said: 550 no"
                                + " such user",
                        false));
    }

    @Test
    void flagsAMailWhoseContentIsRefusedOnlyAfterHavingTriedForAWhile() {
        queueWithdrawn("first");
        post.answer(new Delivery.ContentRefused("554 looks like spam"));

        tryAndWait(9);
        assertThat(mails().delayed()).extracting(MailEntry::error).containsExactly("554 looks like spam");
        assertThat(mails().undeliverableOf(acme)).isEmpty();

        tryAndWait(2);
        assertThat(mails().undeliverableOf(acme))
                .extracting(MailEntry::attempts)
                .containsExactly(10);
        assertThat(mails().delayed()).isEmpty();
    }

    @Test
    void doesNotCountTheTriesThatTheServerDidNotAnswerAsRefusalsOfTheContent() {
        queueWithdrawn("first");
        post.answer(new Delivery.NotNow("Connection refused"));
        tryAndWait(10);

        post.answer(new Delivery.ContentRefused("554 SPF fails"));
        tryAndWait(9);
        assertThat(mails().undeliverable()).isEmpty();
        post.answer(new Delivery.NotNow("Connection refused"));
        tryAndWait(1);
        assertThat(mails().undeliverable()).isEmpty();

        post.answer(new Delivery.ContentRefused("554 SPF fails"));
        tryAndWait(1);
        assertThat(mails().undeliverable()).extracting(MailEntry::error).containsExactly("554 SPF fails");
    }

    @Test
    void countsRefusalsOfTheContentAnewOnceTheMailIsResent() {
        queueWithdrawn("first");
        post.answer(new Delivery.ContentRefused("554 SPF fails"));
        tryAndWait(10);
        UUID refused = mails().undeliverable().getFirst().id();

        context.getBean(ResendMail.class).resend(refused);
        tryAndWait(9);
        assertThat(mails().undeliverable()).isEmpty();

        tryAndWait(1);
        assertThat(mails().undeliverable()).hasSize(1);
    }

    @Test
    void leavesAnInvitationWhoseMailIsRefusedForItsContentToOperations() {
        invite();
        post.answer(new Delivery.ContentRefused("554 SPF fails"));
        tryAndWait(10);

        assertThat(refusedRecipients).isEmpty();
        assertThat(mails().undeliverable())
                .extracting(MailEntry::contentRefused)
                .containsExactly(true);

        post.answer(new Delivery.Accepted());
        context.getBean(ResendMail.class)
                .resend(mails().undeliverable().getFirst().id());
        dispatcher().dispatchDue();
        assertThat(post.addresses()).containsExactly("grace@rocketbots.example");
    }

    @Test
    void leavesAnInvitationToNobodyToWhoeverInvited() {
        InvitationId invitation = invite();
        post.answer(new Delivery.ContentRefused("554 SPF fails"));
        tryAndWait(1);
        post.answer(new Delivery.RecipientRefused("550 no such user"));
        tryAndWait(1);

        assertThat(refusedRecipients).containsExactly(Recipient.invitee(invitation));
        assertThat(mails().undeliverable()).isEmpty();
    }

    private InvitationId invite() {
        says(MailTemplate.TEAM_INVITATION, mail -> Optional.of(EveryMail.fieldsOf(MailTemplate.TEAM_INVITATION)));
        InvitationId invitation = new InvitationId(people.account("Grace").value());
        transaction()
                .executeWithoutResult(status ->
                        mails().queueForInvitee(null, MailTemplate.TEAM_INVITATION, invitation, "1", Map.of()));
        return invitation;
    }

    private void tryAndWait(int times) {
        IntStream.range(0, times).forEach(time -> {
            dispatcher().dispatchDue();
            clock.advance(EveryMail.TERMS.longestRetry());
        });
    }

    @Test
    void sendsAgainToTheCorrectedAddress() {
        queueWithdrawn("first");
        queueWithdrawn("second");
        post.answer(new Delivery.RecipientRefused("550 no such user"));
        dispatcher().dispatchDue();
        post.answer(new Delivery.Accepted());
        UUID refused = mails().undeliverable().getFirst().id();

        int again = context.getBean(CorrectEmailAndResend.class).correct(refused, "ada@acme-chat.example", "Olga Ops");
        dispatcher().dispatchDue();

        assertThat(again).isEqualTo(2);
        assertThat(post.addresses()).containsExactly("ada@acme-chat.example", "ada@acme-chat.example");
        assertThat(mails().undeliverableOf(acme)).isEmpty();
        assertThat(context.getBean(CorrectEmailAndResend.class).correct(refused, "x@acme.example", "Olga Ops"))
                .isZero();
    }

    @Test
    void resendsAnUndeliverableMailOnce() {
        queueWithdrawn("first");
        post.answer(new Delivery.RecipientRefused("550 mailbox full"));
        dispatcher().dispatchDue();
        post.answer(new Delivery.Accepted());
        UUID refused = mails().undeliverable().getFirst().id();

        assertThat(context.getBean(ResendMail.class).resend(refused)).isTrue();
        assertThat(context.getBean(ResendMail.class).resend(refused)).isFalse();
        dispatcher().dispatchDue();

        assertThat(post.taken).hasSize(1);
    }

    @Test
    void sendsAgainUnderTheSameMessageIdWhenTheProcessDiedAfterTheServerTookIt() {
        queueWithdrawn("first");
        MailDispatcher dies = dispatcher();
        post.meanwhile(() -> {
            throw new Died();
        });
        assertThatThrownBy(dies::dispatchDue).isInstanceOf(Died.class);
        post.meanwhile(() -> {});

        dispatcher().dispatchDue();
        assertThat(post.taken).hasSize(1);
        clock.advance(EveryMail.TERMS.lease().plusSeconds(1));
        dispatcher().dispatchDue();

        UUID row = mails().of(acme).getFirst().id();
        assertThat(post.taken)
                .extracting(OutgoingMail::messageId)
                .containsExactly(
                        "<" + row + "@mail.platform-post.example>", "<" + row + "@mail.platform-post.example>");
    }

    @Test
    void ignoresTheOutcomeOfATryWhoseLeaseIsOver() {
        queueWithdrawn("first");
        MailQueue queue = context.getBean(MailQueue.class);
        Claimed late = queue.claim().orElseThrow();
        clock.advance(EveryMail.TERMS.lease().plusSeconds(1));
        Claimed next = queue.claim().orElseThrow();

        queue.recipientRefused(late, "ada@acme.example", "550 no such user");
        assertThat(mails().undeliverable()).isEmpty();
        queue.sent(next, "ada@acme.example");
        assertThat(mails().of(acme)).extracting(MailEntry::state).containsExactly(MailState.SENT);
    }

    @Test
    void givesAMailToOneNodeOnly() {
        queueWithdrawn("first");
        MailQueue queue = context.getBean(MailQueue.class);

        Optional<Claimed> one = queue.claim();
        Optional<Claimed> other = queue.claim();

        assertThat(one).isPresent();
        assertThat(other).isEmpty();
    }

    @Test
    void skipsAMailThatAnotherNodeIsJustTaking() {
        queueWithdrawn("first");
        queueWithdrawn("second");
        MailQueue queue = context.getBean(MailQueue.class);

        List<UUID> taken = transaction().execute(status -> {
            UUID mine = queue.claim().orElseThrow().batch();
            UUID theirs = CompletableFuture.supplyAsync(
                            () -> queue.claim().orElseThrow().batch())
                    .join();
            return List.of(mine, theirs);
        });

        assertThat(taken).doesNotHaveDuplicates();
    }

    @Test
    void dropsAMailThatHasNothingToSayAnyMore() {
        says(MailTemplate.REVIEW_REMINDER, mail -> Optional.empty());
        AccountId rita = people.account("Rita");
        transaction()
                .executeWithoutResult(status ->
                        mails().queue(MailTemplate.REVIEW_REMINDER, acme, Recipient.account(rita), "1", Map.of()));

        dispatcher().dispatchDue();

        assertThat(post.taken).isEmpty();
        assertThat(mails().of(acme)).extracting(MailEntry::state).containsExactly(MailState.DROPPED);
    }

    @Test
    void dropsAMailToAClosedAccount() {
        says(MailTemplate.PASSWORD_CHANGED, mail -> Optional.of(Map.of("changedAt", clock.instant())));
        AccountId rita = people.account("Rita");
        transaction()
                .executeWithoutResult(
                        status -> mails().queueForAccount(null, MailTemplate.PASSWORD_CHANGED, rita, "1", Map.of()));
        people.closeAccount(rita);

        dispatcher().dispatchDue();

        assertThat(post.taken).isEmpty();
        assertThat(mails().delayed()).isEmpty();
    }

    @Test
    void tellsTheOwnerOfAnAccountThatTheOnboardingIsOverWhichClosedIt() {
        says(MailTemplate.ONBOARDING_CLOSED, mail -> Optional.of(Map.of("reason", "No domain was chosen.")));
        AccountId rita = people.account("Rita");
        transaction()
                .executeWithoutResult(
                        status -> mails().queueForAccount(null, MailTemplate.ONBOARDING_CLOSED, rita, "1", Map.of()));
        people.closeAccount(rita);

        dispatcher().dispatchDue();

        assertThat(post.taken).hasSize(1);
    }

    @Test
    void keepsAMailWhoseWordsCannotBeFoundAndGoesOnWithTheOthers() {
        transaction()
                .executeWithoutResult(status ->
                        mails().queue(MailTemplate.APPLICATION_LINK, acme, Recipient.applicant(), "1", Map.of()));
        queueWithdrawn("first");

        dispatcher().dispatchDue();

        assertThat(post.taken).hasSize(1);
        assertThat(mails().delayed())
                .extracting(MailEntry::error)
                .containsExactly("Nobody knows what to say in the mail application-link.");
    }

    @Test
    void mintsTokensBeforeTheMailGoesOut() {
        List<Boolean> inTransaction = new ArrayList<>();
        says(MailTemplate.APPLICATION_LINK, mail -> {
            inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive());
            return Optional.of(Map.of("progressToken", "t"));
        });
        post.meanwhile(() -> inTransaction.add(TransactionSynchronizationManager.isActualTransactionActive()));
        transaction()
                .executeWithoutResult(status ->
                        mails().queue(MailTemplate.APPLICATION_LINK, acme, Recipient.applicant(), "1", Map.of()));

        dispatcher().dispatchDue();

        assertThat(inTransaction).containsExactly(true, false);
    }

    @Test
    void wearsTheBrandOfThePlatformItComesFrom() {
        says(MailTemplate.PLATFORM_LIVE, mail -> Optional.of(Map.of("domain", "chat.acme.example")));
        ResellerId reseller = new ResellerId(UUID.randomUUID());
        transaction()
                .executeWithoutResult(status -> mails().queueFrom(
                                reseller, MailTemplate.PLATFORM_LIVE, acme, Recipient.applicant(), "1", Map.of()));

        dispatcher().dispatchDue();

        assertThat(post.taken).extracting(OutgoingMail::fromName).containsExactly("Acme Chat");
    }

    @Test
    void gathersNewApplicationsIntoOneMailEveryHalfHour() {
        people.reviewer("Rita");
        people.reviewer("Ron");
        queueNew("Acme");
        dispatcher().dispatchDue();
        queueNew("Bolt");
        queueNew("Coil");
        clock.advance(Duration.ofMinutes(29));
        dispatcher().dispatchDue();
        assertThat(post.taken)
                .extracting(OutgoingMail::subject)
                .containsExactly("New application: Acme", "New application: Acme");

        clock.advance(Duration.ofMinutes(2));
        dispatcher().dispatchDue();

        assertThat(post.taken.subList(2, 4))
                .extracting(OutgoingMail::subject)
                .containsExactly("2 new applications", "2 new applications");
        assertThat(post.taken).extracting(OutgoingMail::messageId).doesNotHaveDuplicates();
    }

    @Test
    void keepsABatchAsItWasWhenItIsTriedAgain() {
        people.reviewer("Rita");
        queueNew("Acme");
        post.answer(new Delivery.NotNow("Connection refused"));
        dispatcher().dispatchDue();
        queueNew("Bolt");
        post.answer(new Delivery.Accepted());
        clock.advance(Duration.ofMinutes(1));
        dispatcher().dispatchDue();
        clock.advance(Duration.ofMinutes(31));
        dispatcher().dispatchDue();

        assertThat(post.taken)
                .extracting(OutgoingMail::subject)
                .containsExactly("New application: Acme", "New application: Bolt");
    }

    @Test
    void sendsWhenItIsWoken() throws InterruptedException {
        CountDownLatch arrived = new CountDownLatch(1);
        post.meanwhile(arrived::countDown);
        MailDispatcher dispatcher = dispatcher();
        dispatcher.start();
        try {
            queueWithdrawn("first");
            dispatcher.wake(new Mails.MailQueued());

            assertThat(arrived.await(4, TimeUnit.SECONDS)).isTrue();
        } finally {
            dispatcher.stop();
        }
        assertThat(dispatcher.isRunning()).isFalse();
        assertThat(mails().of(acme)).extracting(MailEntry::state).containsExactly(MailState.SENT);
    }

    /** Stands for a process that ends at this very line: nothing after it is run. */
    private static final class Died extends Error {}

    private void says(MailTemplate template, Function<QueuedMail, Optional<Map<String, Object>>> words) {
        contents.removeIf(content -> content.template() == template);
        contents.add(new MailContent() {
            @Override
            public MailTemplate template() {
                return template;
            }

            @Override
            public Optional<Map<String, Object>> fields(QueuedMail mail) {
                return words.apply(mail);
            }
        });
    }

    private MailDispatcher dispatcher() {
        MailWriter writer = new MailWriter(
                contents,
                people.applicants(),
                people.accounts(),
                people.invitees(),
                platform -> EveryMail.ACME,
                new MailRendering(EveryMail.TERMS),
                context.getBean(PlatformTransactionManager.class));
        return new MailDispatcher(
                context.getBean(MailQueue.class), writer, post, context.getBean(MailWatch.class), EveryMail.TERMS);
    }

    private void queueWithdrawn(String occasion) {
        transaction()
                .executeWithoutResult(status -> mails().queue(
                                MailTemplate.APPLICATION_WITHDRAWN, acme, Recipient.applicant(), occasion, Map.of()));
    }

    private void queueNew(String company) {
        transaction()
                .executeWithoutResult(status -> mails().queueForTeam(
                                MailTemplate.NEW_APPLICATIONS,
                                people.applicant(ADA),
                                "reviewers",
                                "1",
                                Map.of("company", company)));
    }

    private Mails mails() {
        return context.getBean(Mails.class);
    }

    private TransactionTemplate transaction() {
        return context.getBean(TransactionTemplate.class);
    }
}
