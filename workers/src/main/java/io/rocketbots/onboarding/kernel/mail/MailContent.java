package io.rocketbots.onboarding.kernel.mail;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Knows what one mail says; a bean of the feature that the mail is about. */
public interface MailContent {

    MailTemplate template();

    /**
     * The fields of the template, exactly {@link MailTemplate#fields()}; empty when the mail is of no use any more.
     * Runs at every try, in a transaction that is committed before the mail goes out: a token minted here is good when
     * the reader has it. Throws {@link MailWaits} while what the mail leads to is closed. Instants are given as {@link java.time.Instant}; the template writes them in UTC.
     */
    Optional<Map<String, Object>> fields(QueuedMail mail);

    /** The content of that template, for features that have several. */
    static MailContent of(MailTemplate template, Function<QueuedMail, Optional<Map<String, Object>>> fields) {
        return new MailContent() {
            @Override
            public MailTemplate template() {
                return template;
            }

            @Override
            public Optional<Map<String, Object>> fields(QueuedMail mail) {
                return fields.apply(mail);
            }
        };
    }
}
