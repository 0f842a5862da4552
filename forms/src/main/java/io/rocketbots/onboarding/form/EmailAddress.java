package io.rocketbots.onboarding.form;

import com.google.re2j.Pattern;

/** The form of an email address, the same wherever one is typed. */
public final class EmailAddress {

    /** RFC 5321, 4.5.3.1.3, less the angle brackets. */
    private static final int LONGEST = 254;

    /** The pattern that form-js, and with it Tasklist, uses for the same rule. */
    private static final Pattern FORM = Pattern.compile("[a-zA-Z0-9.!#$%&'*+/=?^_`{|}~-]+"
            + "@[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?(?:\\.[a-zA-Z0-9](?:[a-zA-Z0-9-]{0,61}[a-zA-Z0-9])?)*");

    private EmailAddress() {}

    /** Whether that is the address of a mailbox; nobody asks whether there is one. */
    public static boolean isOne(String text) {
        return text.length() <= LONGEST && FORM.matcher(text).matches();
    }
}
