package io.rocketbots.onboarding.mail;

import org.jspecify.annotations.Nullable;

/**
 * A mail ready to be sent. What becomes a header holds no line breaks or other control characters, so that no name can
 * add a header of its own.
 *
 * @param messageId with its angle brackets; the same at every try, so that receivers can drop a double
 */
public record OutgoingMail(
        String messageId,
        String fromName,
        String fromAddress,
        @Nullable String replyTo,
        String toName,
        String toAddress,
        String subject,
        String html,
        String text) {

    public OutgoingMail {
        fromName = oneLine(fromName);
        toName = oneLine(toName);
        toAddress = oneLine(toAddress);
        subject = oneLine(subject);
        replyTo = replyTo == null ? null : oneLine(replyTo);
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\p{Cntrl}\\u2028\\u2029]+", " ").strip();
    }
}
