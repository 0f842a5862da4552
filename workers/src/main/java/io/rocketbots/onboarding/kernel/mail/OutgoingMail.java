package io.rocketbots.onboarding.kernel.mail;

import com.google.common.base.CharMatcher;
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

    private static final CharMatcher LINE_BREAKERS = CharMatcher.inRange('\0', '\u001f')
            .or(CharMatcher.is('\u007f'))
            .or(CharMatcher.anyOf("\u2028\u2029"))
            .precomputed();

    public OutgoingMail {
        fromName = oneLine(fromName);
        toName = oneLine(toName);
        toAddress = oneLine(toAddress);
        subject = oneLine(subject);
        replyTo = replyTo == null ? null : oneLine(replyTo);
    }

    private static String oneLine(String text) {
        return LINE_BREAKERS.collapseFrom(text, ' ').strip();
    }
}
