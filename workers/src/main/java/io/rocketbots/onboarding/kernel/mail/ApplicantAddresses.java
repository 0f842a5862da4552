package io.rocketbots.onboarding.kernel.mail;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import java.util.Optional;

/** Where mails to applicants go; the applications know. */
public interface ApplicantAddresses {

    Optional<Addressee> of(ApplicationId application);

    /** Replaces the application's email; throws {@link AddressTaken} when another open application has it. */
    void correct(ApplicationId application, String email);
}
