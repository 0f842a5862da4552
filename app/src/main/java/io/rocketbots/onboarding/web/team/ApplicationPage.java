package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.lifecycle.termination.CancelOnboarding;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the team sees of an application, with what a lead can do about it. */
@Component
class ApplicationPage {

    private static final String VIEW = "team/application";

    private final CasePage page;
    private final DiagramPage way;

    ApplicationPage(CasePage page, DiagramPage way) {
        this.page = page;
        this.way = way;
    }

    /** Fills the model; what is in it already stays. */
    String show(Application application, Model model) {
        return show(application, "", model);
    }

    /** Also says which process instance is looked at. */
    String show(Application application, String chosen, Model model) {
        page.fill(application, model);
        way.fill(application, chosen, model);
        model.addAttribute("cancellable", application.state().canBecome(ApplicationState.CANCELLING));
        model.addAttribute("longestReason", CancelOnboarding.LONGEST_REASON);
        return VIEW;
    }
}
