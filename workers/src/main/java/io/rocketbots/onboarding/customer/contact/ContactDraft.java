package io.rocketbots.onboarding.customer.contact;

import com.google.common.base.CharMatcher;
import com.google.re2j.Pattern;
import io.rocketbots.onboarding.kernel.naming.ChosenName;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A contact as somebody typed it or a line of a file says it, without white space around and without invisible characters,
 * which files bring along; nothing is refused yet.
 */
public record ContactDraft(String firstName, String lastName, String email, String phone) {

    /** The names by which fields are told apart in forms and faults. */
    public static final String FIRST_NAME = "firstName";

    public static final String LAST_NAME = "lastName";
    public static final String EMAIL = "email";
    public static final String PHONE = "phone";

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_EMAIL = 254;
    private static final int LONGEST_PHONE = 40;

    private static final String LABEL = "[\\p{L}\\p{N}](?:[\\p{L}\\p{N}-]{0,61}[\\p{L}\\p{N}])?";
    private static final Pattern EMAIL_FORM =
            Pattern.compile("[\\p{L}\\p{N}.!#$%&'*+/=?^_`{|}~-]{1,64}@(?:" + LABEL + "\\.)+" + LABEL);
    /** As people write numbers: "+49 (30) 123-4567", "030/1234", "555 0100 ext. 12". */
    private static final Pattern PHONE_FORM =
            Pattern.compile("\\+?[0-9(][0-9 ()./-]*[0-9)](?: ?(?:x|ext\\.?|Ext\\.?) ?[0-9]{1,6})?");

    private static final CharMatcher DIGIT = CharMatcher.inRange('0', '9');
    private static final int FEWEST_DIGITS = 3;

    public ContactDraft {
        firstName = clean(firstName);
        lastName = clean(lastName);
        email = clean(email);
        phone = clean(phone);
    }

    /** Nothing typed yet. */
    public static ContactDraft blank() {
        return new ContactDraft("", "", "", "");
    }

    public static ContactDraft of(Contact contact) {
        return new ContactDraft(contact.firstName(), contact.lastName(), contact.email(), contact.phone());
    }

    public boolean isBlank() {
        return firstName.isEmpty() && lastName.isEmpty() && email.isEmpty() && phone.isEmpty();
    }

    /** What is wrong, by the name of the field; empty when it can be saved. */
    public Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (isBlank()) {
            faults.put(
                    FIRST_NAME, "Enter a first name, a last name, an email or a phone number: one of them is enough.");
            return faults;
        }
        nameFault(firstName, "first name").ifPresent(fault -> faults.put(FIRST_NAME, fault));
        nameFault(lastName, "last name").ifPresent(fault -> faults.put(LAST_NAME, fault));
        if (!email.isEmpty() && !isEmail()) {
            faults.put(EMAIL, "Enter an email address, for example name@company.example.");
        }
        if (phone.length() > LONGEST_PHONE) {
            faults.put(PHONE, "Enter a phone number of at most " + LONGEST_PHONE + " characters.");
        } else if (!phone.isEmpty() && !isPhone()) {
            faults.put(PHONE, "Enter a phone number, for example +49 30 1234567.");
        }
        return faults;
    }

    private boolean isEmail() {
        return email.length() <= LONGEST_EMAIL && EMAIL_FORM.matcher(email).matches();
    }

    private boolean isPhone() {
        return PHONE_FORM.matcher(phone).matches() && DIGIT.countIn(phone) >= FEWEST_DIGITS;
    }

    private static Optional<String> nameFault(String name, String label) {
        return name.length() <= LONGEST_NAME
                ? Optional.empty()
                : Optional.of("Enter a " + label + " of at most " + LONGEST_NAME + " characters.");
    }

    /** One space for all blanks and control characters in a row, none at the ends. */
    private static String clean(String typed) {
        StringBuilder clean = new StringBuilder(typed.length());
        for (int i = 0; i < typed.length(); i++) {
            char c = typed.charAt(i);
            if (!Character.isSpaceChar(c) && !Character.isISOControl(c)) {
                clean.append(c);
            } else if (!clean.isEmpty() && clean.charAt(clean.length() - 1) != ' ') {
                clean.append(' ');
            }
        }
        return ChosenName.withoutInvisible(clean.toString()).strip();
    }
}
