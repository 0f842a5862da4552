package io.rocketbots.onboarding.local.sample;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import io.rocketbots.onboarding.local.mail.CaughtMails;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** The mailbox of the sample people, from which they take their links. */
@Component
@Profile("local")
class SampleLetters {

    private final CaughtMails mails;
    private final Patience patience;

    SampleLetters(CaughtMails mails, Patience patience) {
        this.mails = mails;
        this.patience = patience;
    }

    /** The token of the newest link with that path, as soon as one has come. */
    String awaitToken(String to, String path) {
        return patience.await("a mail to " + to + " with a link to " + path, () -> token(to, path));
    }

    private Optional<String> token(String to, String path) {
        Pattern link = Pattern.compile(Pattern.quote(path) + "([A-Za-z0-9_-]+)");
        return mails.to(to).stream()
                .map(mail -> link.matcher(mail.text()))
                .filter(Matcher::find)
                .map(found -> found.group(1))
                .findFirst();
    }
}
