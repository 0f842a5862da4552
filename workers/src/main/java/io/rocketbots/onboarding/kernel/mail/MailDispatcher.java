package io.rocketbots.onboarding.kernel.mail;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.loop.Loop;
import io.rocketbots.onboarding.kernel.mail.MailQueue.Claimed;
import io.rocketbots.onboarding.kernel.mail.Mailer.Delivery;
import io.rocketbots.onboarding.kernel.mail.Mails.MailQueued;
import io.rocketbots.onboarding.kernel.trace.EmailRedaction;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.event.TransactionalEventListener;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends what is queued: takes one mail at a time, has its words found (and tokens minted) in a transaction that is
 * committed first, hands it to the {@link Mailer} in no transaction, and notes the outcome. Woken after every commit
 * that queued a mail, and looking by itself every {@link MailTerms#poll()}.
 *
 * <p>A mail is sent at least once: SMTP and the database cannot commit together, so a process that dies between the
 * server's answer and our note sends the mail again once the lease has run out. It carries the same Message-ID, by which
 * receivers drop a double. At every other point a death changes nothing but the time.
 */
@Component
public class MailDispatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailDispatcher.class);
    /**
     * A server that is set up wrong refuses every mail, and most go out by themselves if it is mended soon: with the usual
     * pauses there is about half an hour for that.
     */
    private static final int CONTENT_REFUSALS = 10;

    private static final Duration STOP_WITHIN = Duration.ofSeconds(5);

    private final MailQueue queue;
    private final MailRendering rendering;
    private final Mailer mailer;
    private final Map<MailTemplate, MailContent> contents;
    private final ApplicantAddresses applicants;
    private final AccountAddresses accounts;
    private final InviteeAddresses invitees;
    private final MailBrands brands;
    private final MailWatch watch;
    private final TransactionTemplate transaction;
    private final Loop loop;

    MailDispatcher(
            MailQueue queue,
            MailRendering rendering,
            Mailer mailer,
            List<MailContent> contents,
            ApplicantAddresses applicants,
            AccountAddresses accounts,
            InviteeAddresses invitees,
            MailBrands brands,
            MailTerms terms,
            MailWatch watch,
            PlatformTransactionManager transactions) {
        this.queue = queue;
        this.rendering = rendering;
        this.mailer = mailer;
        this.contents = contents.stream().collect(Collectors.toMap(MailContent::template, Function.identity()));
        this.applicants = applicants;
        this.accounts = accounts;
        this.invitees = invitees;
        this.brands = brands;
        this.watch = watch;
        this.transaction = new TransactionTemplate(transactions);
        this.loop = new Loop("mail-dispatcher", terms.poll(), () -> {
            dispatchDue();
            return terms.poll();
        });
    }

    private record Prepared(Addressee to, @Nullable MailBrand brand, Optional<Map<String, Object>> fields) {}

    @TransactionalEventListener
    void wake(MailQueued event) {
        loop.wake();
    }

    /** Tries everything that is due now, one mail after the other. */
    void dispatchDue() {
        queue.gather();
        for (Optional<Claimed> mail = queue.claim(); mail.isPresent(); mail = queue.claim()) {
            Claimed claimed = mail.get();
            watch.over(claimed, () -> dispatch(claimed));
        }
    }

    private MailResult dispatch(Claimed mail) {
        Prepared prepared;
        OutgoingMail outgoing;
        try {
            Optional<Prepared> found = Objects.requireNonNull(transaction.execute(status -> prepare(mail)));
            if (found.isEmpty()) {
                queue.dropped(mail, "There is nobody to send it to any more.");
                return MailResult.DROPPED;
            }
            prepared = found.get();
            if (prepared.fields().isEmpty()) {
                queue.dropped(mail, "There was nothing to say any more.");
                return MailResult.DROPPED;
            }
            outgoing = rendering.render(
                    mail.batch(),
                    mail.template(),
                    prepared.to(),
                    prepared.brand(),
                    prepared.fields().get());
        } catch (MailWaits closed) {
            log.info("Mail {} ({}) waits: {}", mail.batch(), mail.template(), closed.getMessage());
            queue.waits(mail);
            return MailResult.WAITS;
        } catch (RuntimeException fault) {
            log.error(
                    "Mail {} ({}) could not be written; it is tried again later.",
                    mail.batch(),
                    mail.template(),
                    fault);
            queue.retryLater(mail, null, String.valueOf(fault.getMessage()));
            return MailResult.RETRIED;
        }
        String address = prepared.to().email();
        return switch (mailer.send(outgoing)) {
            case Delivery.Accepted() -> {
                queue.sent(mail, address);
                log.info("Mail {} ({}) is sent.", mail.batch(), mail.template());
                yield MailResult.SENT;
            }
            case Delivery.RecipientRefused(String reason) -> {
                queue.recipientRefused(mail, address, reason);
                yield undeliverable(mail, reason);
            }
            case Delivery.ContentRefused(String reason) -> contentRefused(mail.refusedAgain(), address, reason);
            case Delivery.NotNow(String reason) -> later(mail, address, reason);
        };
    }

    private MailResult contentRefused(Claimed mail, String address, String reason) {
        if (mail.contentRefusals() < CONTENT_REFUSALS) {
            return later(mail, address, reason);
        }
        queue.contentRefused(mail, address, reason);
        return undeliverable(mail, reason);
    }

    private static MailResult undeliverable(Claimed mail, String reason) {
        log.warn("Mail {} ({}) is undeliverable: {}", mail.batch(), mail.template(), EmailRedaction.of(reason));
        return MailResult.REFUSED;
    }

    private MailResult later(Claimed mail, String address, String reason) {
        log.warn("Mail {} ({}) is tried again later: {}", mail.batch(), mail.template(), EmailRedaction.of(reason));
        queue.retryLater(mail, address, reason);
        return MailResult.RETRIED;
    }

    private Optional<Prepared> prepare(Claimed mail) {
        Optional<Addressee> to = switch (mail.recipient()) {
            case Recipient.Applicant() ->
                applicants.of(Objects.requireNonNull(mail.application(), "The mail is about no case."));
            case Recipient.Account(var id) -> mail.template().goodbye() ? accounts.ofOwner(id) : accounts.of(id);
            case Recipient.Invitee(var id) -> invitees.of(id);
        };
        return to.map(person -> {
            MailContent content = contents.get(mail.template());
            if (content == null) {
                throw new IllegalStateException("Nobody knows what to say in the mail "
                        + mail.template().id() + ".");
            }
            ResellerId platform = mail.platform();
            return new Prepared(
                    person,
                    platform == null ? null : brands.of(platform),
                    content.fields(new QueuedMail(
                            mail.batch(), mail.template(), mail.recipient(), person, platform, mail.about())));
        });
    }

    @Override
    public void start() {
        loop.start();
    }

    /** Lets the mail that is just being sent go out; one that takes too long is taken over after its lease. */
    @Override
    public void stop() {
        loop.stop(STOP_WITHIN);
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
