package io.rocketbots.onboarding.smtp;

import io.rocketbots.onboarding.kernel.mail.Mailer;
import io.rocketbots.onboarding.kernel.mail.OutgoingMail;
import jakarta.mail.Address;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.stereotype.Component;

/** Sends mails by SMTP, as {@code spring.mail.*} says. */
@Component
public class SmtpMailer implements Mailer {

    private static final String UTF_8 = StandardCharsets.UTF_8.name();

    /** What Jakarta Mail sends once the server knows sender and recipient: the announcement of the content, and its end. */
    private static final Set<String> CONTENT = Set.of("DATA", ".");

    private final JavaMailSender sender;
    private final Clock clock;

    public SmtpMailer(JavaMailSender sender, Clock clock) {
        this.sender = sender;
        this.clock = clock;
    }

    @Override
    public Delivery send(OutgoingMail mail) {
        MimeMessage message;
        try {
            new InternetAddress(mail.toAddress(), true).validate();
            message = message(mail);
        } catch (AddressException noAddress) {
            return new Delivery.RecipientRefused("This is no email address: " + noAddress.getMessage());
        } catch (MessagingException | UnsupportedEncodingException fault) {
            return new Delivery.NotNow("The mail could not be put together: " + fault.getMessage());
        }
        try {
            sender.send(message);
            return new Delivery.Accepted();
        } catch (MailException fault) {
            return refusal(fault)
                    .<Delivery>map(Delivery.RecipientRefused::new)
                    .orElseGet(() -> isOfContent(fault)
                            ? new Delivery.ContentRefused(deepest(fault))
                            : new Delivery.NotNow(deepest(fault)));
        }
    }

    private MimeMessage message(OutgoingMail mail) throws MessagingException, UnsupportedEncodingException {
        MimeMessage message = sender.createMimeMessage();
        message.setHeader("Message-ID", mail.messageId());
        message.setFrom(new InternetAddress(mail.fromAddress(), mail.fromName(), UTF_8));
        message.setRecipient(RecipientType.TO, new InternetAddress(mail.toAddress(), mail.toName(), UTF_8));
        String replyTo = mail.replyTo();
        if (replyTo != null) {
            message.setReplyTo(new Address[] {new InternetAddress(replyTo)});
        }
        message.setSubject(mail.subject(), UTF_8);
        message.setSentDate(Date.from(clock.instant()));
        // Keeps absence notices from answering.
        message.setHeader("Auto-Submitted", "auto-generated");
        message.setContent(new MimeMultipart("alternative", part(mail.text(), "plain"), part(mail.html(), "html")));
        return message;
    }

    private static MimeBodyPart part(String words, String kind) throws MessagingException {
        MimeBodyPart part = new MimeBodyPart();
        part.setText(words, UTF_8, kind);
        return part;
    }

    /**
     * What the server said when it refused the recipient for good. Jakarta Mail counts an address as invalid when RCPT
     * TO was answered with 5xx, and as unsent when with 4xx or when something else failed.
     */
    private static Optional<String> refusal(MailException fault) {
        return failures(fault)
                .filter(SendFailedException.class::isInstance)
                .map(SendFailedException.class::cast)
                .filter(failed -> failed.getInvalidAddresses() != null && failed.getInvalidAddresses().length > 0)
                .map(SmtpMailer::deepest)
                .findFirst();
    }

    /** Whether sender and recipient were fine, and what came then was refused for good. */
    private static boolean isOfContent(MailException fault) {
        return failures(fault)
                .filter(SMTPSendFailedException.class::isInstance)
                .map(SMTPSendFailedException.class::cast)
                .anyMatch(failed -> failed.getReturnCode() >= 500 && CONTENT.contains(failed.getCommand()));
    }

    private static Stream<Exception> failures(MailException fault) {
        return fault instanceof MailSendException several
                ? several.getFailedMessages().values().stream()
                : Stream.empty();
    }

    /** The innermost fault knows the server's words. */
    private static String deepest(Exception fault) {
        Throwable deepest = failures(fault instanceof MailException mail ? mail : new MailSendException(""))
                .findFirst()
                .orElse(fault);
        for (Throwable next = next(deepest); next != null; next = next(deepest)) {
            deepest = next;
        }
        String words = deepest.getMessage();
        return words == null ? deepest.getClass().getSimpleName() : words.strip();
    }

    private static @Nullable Throwable next(Throwable fault) {
        return fault instanceof MessagingException messaging ? messaging.getNextException() : fault.getCause();
    }
}
