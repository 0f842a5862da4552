package io.rocketbots.onboarding.admission.application;

import java.util.Locale;

/** The person who applies for the company. */
public record ApplicantContact(String contactName, String email) {

    /** The form in which addresses are compared. */
    public String canonicalEmail() {
        return email.toLowerCase(Locale.ROOT);
    }

    /** The part behind the @, in lower case. */
    public String mailDomain() {
        return canonicalEmail().substring(email.indexOf('@') + 1);
    }
}
