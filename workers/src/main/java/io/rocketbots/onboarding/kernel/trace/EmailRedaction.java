package io.rocketbots.onboarding.kernel.trace;

import com.google.re2j.Pattern;

/** Takes email addresses out of text that others wrote, such as the answer of a mail server, before it goes into the log. */
public final class EmailRedaction {

    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+'=-]+@[\\p{L}\\p{N}-]+(?:\\.[\\p{L}\\p{N}-]+)+");

    private EmailRedaction() {}

    public static String of(String text) {
        return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll("(address)");
    }
}
