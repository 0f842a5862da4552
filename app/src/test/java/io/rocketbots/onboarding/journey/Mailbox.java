package io.rocketbots.onboarding.journey;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.client.RestClient;

/** What somebody finds in their mailbox, read from {@code /local/mail.json}. */
final class Mailbox {

    // A job that a killed application held is given to the next one after two minutes.
    static final Duration PATIENCE = Duration.ofMinutes(3);

    private static final ParameterizedTypeReference<List<Mail>> MAILS = new ParameterizedTypeReference<>() {};

    private final RestClient http;
    private final String address;

    Mailbox(URI baseUrl, String address) {
        this.http = RestClient.create(baseUrl);
        this.address = address;
    }

    /** A mail as it came. */
    record Mail(UUID id, String to, String from, String subject, String text, String html, Instant sentAt) {

        /** The link in it whose path begins like that. */
        URI link(String path) {
            Matcher link = Pattern.compile("https?://[^/\\s]+" + Pattern.quote(path) + "\\S*")
                    .matcher(text);
            assertThat(link.find())
                    .as("a link to %s in the mail \"%s\": %s", path, subject, text)
                    .isTrue();
            return URI.create(link.group());
        }
    }

    /** Every mail with that subject, the newest first. */
    List<Mail> all(String subject) {
        List<Mail> mails =
                http.get().uri("/local/mail.json?to={to}", address).retrieve().requiredBody(MAILS);
        return mails.stream().filter(mail -> mail.subject().contains(subject)).toList();
    }

    /** The newest mail with that subject, as soon as there is one. */
    Mail await(String subject) {
        return Awaitility.await("mail \"" + subject + "\" to " + address)
                .atMost(PATIENCE)
                .pollInterval(Duration.ofMillis(100))
                .until(() -> all(subject), mails -> !mails.isEmpty())
                .getFirst();
    }
}
