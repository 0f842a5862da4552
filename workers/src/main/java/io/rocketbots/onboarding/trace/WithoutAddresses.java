package io.rocketbots.onboarding.trace;

import java.util.regex.Pattern;

/** Takes email addresses out of text that others wrote, such as the answer of a mail server, before it goes into the log. */
public final class WithoutAddresses {

    /** Bounded, so that no text however long takes long. */
    private static final Pattern ADDRESS =
            Pattern.compile("[\\p{L}\\p{N}._%+'=-]{1,64}@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){1,10}");

    private WithoutAddresses() {}

    public static String of(String text) {
        return text.indexOf('@') < 0 ? text : ADDRESS.matcher(text).replaceAll("(address)");
    }
}
