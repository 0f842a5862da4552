package io.rocketbots.onboarding.local.mail;

import io.rocketbots.onboarding.local.mode.FreePorts;
import io.rocketbots.onboarding.local.mode.LocalModeTables;
import io.rocketbots.onboarding.local.mode.SettingsOfLocalMode;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real mail server for an application that is not in local mode. */
public final class MailServer implements AutoCloseable {

    private final int port = FreePorts.take(1).getFirst();
    private final CaughtMails mails;
    private final MailCatcher catcher;

    private MailServer() {
        mails = new CaughtMails(JdbcClient.create(LocalModeTables.inMemory()));
        catcher = new MailCatcher(
                SettingsOfLocalMode.with(Map.of("onboarding.local.smtp-port", port)), mails, Clock.systemUTC());
    }

    public static MailServer start() {
        MailServer server = new MailServer();
        server.catcher.start();
        return server;
    }

    public int port() {
        return port;
    }

    /** The newest mail to that address with that subject, as soon as there is one. */
    public CaughtMail await(String address, String subject) {
        return Awaitility.await("mail \"" + subject + "\" to " + address)
                .atMost(Duration.ofMinutes(2))
                .pollInterval(Duration.ofMillis(200))
                .until(
                        () -> mails.to(address).stream()
                                .filter(mail -> mail.subject().contains(subject))
                                .toList(),
                        found -> !found.isEmpty())
                .getFirst();
    }

    /** The subject of every mail to that address. */
    public List<String> all(String address) {
        return mails.to(address).stream().map(CaughtMail::subject).toList();
    }

    @Override
    public void close() {
        catcher.stop();
    }
}
