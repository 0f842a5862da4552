package io.rocketbots.onboarding.admission.application;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.mail.AddressTaken;
import io.rocketbots.onboarding.kernel.mail.Addressee;
import io.rocketbots.onboarding.kernel.mail.ApplicantAddresses;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Where mails to applicants go: to the contact of the application. They are not greeted by the name that was typed, since
 * nothing proves that whoever typed it reads the mail.
 */
@Component
class ApplicationContact implements ApplicantAddresses {

    private final Applications applications;

    ApplicationContact(Applications applications) {
        this.applications = applications;
    }

    @Override
    public Optional<Addressee> of(ApplicationId id) {
        return applications.findById(id).map(Application::contact).map(contact -> new Addressee("", contact.email()));
    }

    @Override
    public void correct(ApplicationId id, String email) {
        boolean taken = applications
                .findByOpenEmail(email.toLowerCase(Locale.ROOT))
                .filter(other -> !other.id().equals(id))
                .isPresent();
        if (taken) {
            throw new AddressTaken("Another open application has the address " + email + ".");
        }
        applications.save(applications.get(id).correctEmail(email));
    }
}
