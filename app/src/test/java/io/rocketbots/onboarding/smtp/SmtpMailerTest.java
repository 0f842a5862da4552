package io.rocketbots.onboarding.smtp;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.kernel.mail.Mailer.Delivery;
import io.rocketbots.onboarding.kernel.mail.OutgoingMail;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.subethamail.smtp.MessageContext;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.server.SMTPServer;

/** Against a real SMTP server on this machine. */
class SmtpMailerTest {

    private final List<byte[]> taken = new ArrayList<>();
    private @Nullable RejectException atSender;
    private @Nullable RejectException atRecipient;
    private @Nullable RejectException atData;
    private SMTPServer server = SMTPServer.port(0).build();
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();
    private final SmtpMailer mailer =
            new SmtpMailer(sender, Clock.fixed(Instant.parse("2026-03-02T08:00:00Z"), ZoneOffset.UTC));

    @BeforeEach
    void start() {
        server = SMTPServer.port(0)
                .bindAddress(InetAddress.getLoopbackAddress())
                .messageHandlerFactory(Handler::new)
                .build();
        server.start();
        sender.setHost(InetAddress.getLoopbackAddress().getHostAddress());
        sender.setPort(server.getPortAllocated());
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void sendsBothPartsInUtf8() throws Exception {
        Delivery delivery = mailer.send(mail("ada@acme.example"));

        MimeMessage message = onlyMail();
        MimeMultipart parts = (MimeMultipart) message.getContent();
        assertThat(delivery).isEqualTo(new Delivery.Accepted());
        assertThat(message.getContentType()).startsWith("multipart/alternative");
        assertThat(parts.getBodyPart(0).getContent()).isEqualTo("Grüße 👋\r\n");
        assertThat(parts.getBodyPart(0).getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(parts.getBodyPart(1).getContent()).isEqualTo("<p>Grüße 👋</p>");
        assertThat(parts.getBodyPart(1).getContentType()).isEqualToIgnoringCase("text/html; charset=UTF-8");
    }

    @Test
    void comesFromTheBrandAndIsAnsweredByItsSupport() throws Exception {
        mailer.send(mail("ada@acme.example"));

        MimeMessage message = onlyMail();
        assertThat(((InternetAddress) message.getFrom()[0]).toUnicodeString())
                .isEqualTo("\"Acme Grüße\" <no-reply@mail.platform-post.example>");
        assertThat(message.getReplyTo()[0]).hasToString("help@acme.example");
        assertThat(message.getSubject()).isEqualTo("Your platform is live – at last");
        assertThat(message.getSentDate()).isEqualTo(Instant.parse("2026-03-02T08:00:00Z"));
    }

    @Test
    void carriesTheMessageIdOfItsRow() throws Exception {
        mailer.send(mail("ada@acme.example"));

        assertThat(onlyMail().getMessageID()).isEqualTo("<row@mail.platform-post.example>");
    }

    @Test
    void saysNotNowWhileTheServerIsDownAndSendsOnceItIsUp() throws Exception {
        int port;
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = free.getLocalPort();
        }
        sender.setPort(port);
        assertThat(mailer.send(mail("ada@acme.example"))).isInstanceOf(Delivery.NotNow.class);

        sender.setPort(server.getPortAllocated());
        assertThat(mailer.send(mail("ada@acme.example"))).isEqualTo(new Delivery.Accepted());
    }

    @Test
    void takesA5xxForTheRecipientAsFinal() {
        atRecipient = new RejectException(550, "5.1.1 no such user here");

        assertThat(mailer.send(mail("gone@acme.example")))
                .isEqualTo(new Delivery.RecipientRefused("550 5.1.1 no such user here"));
    }

    @Test
    void triesAgainAfterA4xxForTheRecipient() {
        atRecipient = new RejectException(450, "4.2.0 greylisted, come back later");

        assertThat(mailer.send(mail("ada@acme.example")))
                .isEqualTo(new Delivery.NotNow("450 4.2.0 greylisted, come back later"));
    }

    @Test
    void neverBlamesTheRecipientForWhatIsWrongWithTheSender() {
        atSender = new RejectException(553, "5.7.1 sender not allowed");

        assertThat(mailer.send(mail("ada@acme.example"))).isInstanceOf(Delivery.NotNow.class);
    }

    @Test
    void tellsARefusalOfTheMailItselfFromOneOfItsRecipient() {
        atData = new RejectException(554, "5.7.1 looks like spam");

        assertThat(mailer.send(mail("ada@acme.example")))
                .isEqualTo(new Delivery.ContentRefused("554 5.7.1 looks like spam"));
    }

    @Test
    void triesAgainAfterA4xxForTheMailItself() {
        atData = new RejectException(452, "4.3.1 no space left");

        assertThat(mailer.send(mail("ada@acme.example"))).isEqualTo(new Delivery.NotNow("452 4.3.1 no space left"));
    }

    @Test
    void knowsWhatIsNoAddress() {
        assertThat(mailer.send(mail("ada at acme"))).isInstanceOf(Delivery.RecipientRefused.class);
        assertThat(taken).isEmpty();
    }

    private static OutgoingMail mail(String to) {
        return new OutgoingMail(
                "<row@mail.platform-post.example>",
                "Acme Grüße",
                "no-reply@mail.platform-post.example",
                "help@acme.example",
                "Ada Example",
                to,
                "Your platform is live – at last",
                "<p>Grüße 👋</p>",
                "Grüße 👋\r\n");
    }

    private MimeMessage onlyMail() throws Exception {
        assertThat(taken).hasSize(1);
        return new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(taken.getFirst()));
    }

    /** Takes what it is told to take. */
    private final class Handler implements MessageHandler {

        Handler(MessageContext context) {}

        @Override
        public void from(String from) throws RejectException {
            refuseWith(atSender);
        }

        @Override
        public void recipient(String recipient) throws RejectException {
            refuseWith(atRecipient);
        }

        @Override
        public @Nullable String data(InputStream data) throws RejectException, IOException {
            byte[] bytes = data.readAllBytes();
            refuseWith(atData);
            taken.add(bytes);
            return null;
        }

        @Override
        public void done() {}

        private void refuseWith(@Nullable RejectException refusal) throws RejectException {
            if (refusal != null) {
                throw refusal;
            }
        }
    }
}
