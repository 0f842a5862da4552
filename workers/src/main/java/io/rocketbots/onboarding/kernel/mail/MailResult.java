package io.rocketbots.onboarding.kernel.mail;

import java.util.Locale;

/** What became of one try to send a mail. */
enum MailResult {
    SENT,
    /** The server will never take it for that recipient. */
    REFUSED,
    /** It goes out later. */
    RETRIED,
    /** What it leads to is closed for now; it goes out when that is open. */
    WAITS,
    /** It is of no use any more. */
    DROPPED;

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
