package io.rocketbots.onboarding.kernel.mail;

import io.rocketbots.onboarding.kernel.loop.Loop;
import io.rocketbots.onboarding.kernel.mail.MailQueue.Claimed;
import io.rocketbots.onboarding.kernel.mail.MailWriter.Result.Needless;
import io.rocketbots.onboarding.kernel.mail.MailWriter.Result.Written;
import io.rocketbots.onboarding.kernel.mail.Mailer.Delivery;
import io.rocketbots.onboarding.kernel.mail.Mails.MailQueued;
import io.rocketbots.onboarding.kernel.trace.EmailRedaction;
import java.time.Duration;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Sends what is queued: takes one mail at a time, has it written in a transaction that is committed first, hands it to the
 * {@link Mailer} in no transaction, and notes the outcome. Woken after every commit
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
    private final MailWriter writer;
    private final Mailer mailer;
    private final MailWatch watch;
    private final Loop loop;

    MailDispatcher(MailQueue queue, MailWriter writer, Mailer mailer, MailWatch watch, MailTerms terms) {
        this.queue = queue;
        this.writer = writer;
        this.mailer = mailer;
        this.watch = watch;
        this.loop = new Loop("mail-dispatcher", terms.poll(), () -> {
            dispatchDue();
            return terms.poll();
        });
    }

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
        MailWriter.Result result;
        try {
            result = writer.write(mail);
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
        return switch (result) {
            case Needless(String why) -> {
                queue.dropped(mail, why);
                yield MailResult.DROPPED;
            }
            case Written(OutgoingMail outgoing, String address) -> send(mail, outgoing, address);
        };
    }

    private MailResult send(Claimed mail, OutgoingMail outgoing, String address) {
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
