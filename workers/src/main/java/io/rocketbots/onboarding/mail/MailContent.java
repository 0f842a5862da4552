package io.rocketbots.onboarding.mail;

import java.util.Map;
import java.util.Optional;

/** Knows what one mail says; a bean of the feature that the mail is about. */
public interface MailContent {

    MailTemplate template();

    /**
     * The fields of the template, exactly {@link MailTemplate#fields()}; empty when the mail is of no use any more.
     * Runs at every try, in a transaction that is committed before the mail goes out: a token minted here is good when
     * the reader has it. Instants are given as {@link java.time.Instant}; the template writes them in UTC.
     */
    Optional<Map<String, Object>> fields(QueuedMail mail);
}
