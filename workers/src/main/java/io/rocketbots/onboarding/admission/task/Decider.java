package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.kernel.id.AccountId;
import java.util.Locale;

/** Somebody of the team who decides. */
public record Decider(AccountId id, String name, String email) {

    /** Whether the applicant has a mailbox at the same company, so that somebody else must decide. */
    public boolean isColleagueOf(ApplicantContact applicant) {
        return email.substring(email.lastIndexOf('@') + 1)
                .toLowerCase(Locale.ROOT)
                .equals(applicant.mailDomain());
    }
}
