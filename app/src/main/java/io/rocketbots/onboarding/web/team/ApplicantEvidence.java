package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.review.Evidence;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills in the panel by which a reviewer judges who the applicant is. */
@Component
class ApplicantEvidence {

    private final Evidence evidence;

    ApplicantEvidence(Evidence evidence) {
        this.evidence = evidence;
    }

    void fill(Application application, Model model) {
        model.addAttribute("mailDomain", evidence.mailDomain(application).name());
        model.addAttribute("earlier", evidence.earlierApplications(application));
        model.addAttribute("similar", evidence.similarResellers(application));
    }
}
