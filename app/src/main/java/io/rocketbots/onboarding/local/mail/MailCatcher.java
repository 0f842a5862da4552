package io.rocketbots.onboarding.local.mail;

import io.rocketbots.onboarding.configuration.LocalSettings;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.time.Clock;
import java.util.Objects;
import java.util.Properties;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** The SMTP server of local mode: takes every mail and lets none out of the machine; {@code /local/mail} shows them. */
@Component
@Profile("local")
class MailCatcher implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MailCatcher.class);
    private static final int TRY_AGAIN = 451;

    private final SMTPServer server;
    private final CaughtMails mails;
    private final Clock clock;
    private final Session session = Session.getInstance(new Properties());

    MailCatcher(LocalSettings settings, CaughtMails mails, Clock clock) {
        this.mails = mails;
        this.clock = clock;
        this.server = SMTPServer.port(settings.smtpPort())
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandler(this::take)
                .build();
    }

    private void take(MessageContext context, String from, String to, byte[] data) throws RejectException {
        try {
            MimeMessage message = new MimeMessage(session, new ByteArrayInputStream(data));
            String messageId = message.getMessageID();
            mails.keep(
                    messageId == null ? UUID.randomUUID().toString() : messageId,
                    new CaughtMail(
                            UUID.randomUUID(),
                            to,
                            readable(message.getFrom(), from),
                            message.getHeader("Reply-To") == null ? null : readable(message.getReplyTo(), ""),
                            Objects.requireNonNullElse(message.getSubject(), ""),
                            Objects.requireNonNullElse(find(message, "text/plain"), ""),
                            Objects.requireNonNullElse(find(message, "text/html"), ""),
                            clock.instant()));
        } catch (MessagingException | IOException | RuntimeException fault) {
            log.warn("A mail was not kept; its sender tries again.", fault);
            throw new RejectException(TRY_AGAIN, "The mail could not be kept.");
        }
    }

    /** The first address, as {@code "Name" <address>}. */
    private static String readable(Address @Nullable [] addresses, String fallback) {
        if (addresses == null || addresses.length == 0) {
            return fallback;
        }
        return addresses[0] instanceof InternetAddress address && address.getPersonal() != null
                ? "\"%s\" <%s>".formatted(address.getPersonal(), address.getAddress())
                : addresses[0].toString();
    }

    private static @Nullable String find(Part part, String type) throws MessagingException, IOException {
        if (part.isMimeType(type)) {
            return part.getContent().toString();
        }
        if (part.isMimeType("multipart/*") && part.getContent() instanceof MimeMultipart parts) {
            for (int i = 0; i < parts.getCount(); i++) {
                String found = find(parts.getBodyPart(i), type);
                if (found != null) {
                    return found;
                }
            }
        }
        return null;
    }

    @Override
    public void start() {
        server.start();
    }

    @Override
    public void stop() {
        server.stop();
    }

    @Override
    public boolean isRunning() {
        return server.isRunning();
    }

    /** There before the first mail goes out, and after the last one. */
    @Override
    public int getPhase() {
        return 0;
    }
}
