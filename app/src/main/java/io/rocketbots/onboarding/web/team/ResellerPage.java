package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.lifecycle.offboarding.Offboardings;
import io.rocketbots.onboarding.lifecycle.suspension.SuspensionCategory;
import io.rocketbots.onboarding.lifecycle.suspension.Suspensions;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the team sees of a reseller, with what a lead can do about it. */
@Component
class ResellerPage {

    private static final String VIEW = "team/reseller";

    private final Applications applications;
    private final CasePage page;
    private final DiagramPage way;
    private final Suspensions suspensions;
    private final Offboardings offboardings;

    ResellerPage(
            Applications applications,
            CasePage page,
            DiagramPage way,
            Suspensions suspensions,
            Offboardings offboardings) {
        this.applications = applications;
        this.page = page;
        this.way = way;
        this.suspensions = suspensions;
        this.offboardings = offboardings;
    }

    /** Fills the model; what is in it already stays. */
    String show(Reseller reseller, Model model) {
        return show(reseller, "", model);
    }

    /** Also says which process instance is looked at. */
    String show(Reseller reseller, String chosen, Model model) {
        Application application = applications.get(reseller.applicationId());
        page.fill(application, model);
        way.fill(application, reseller, chosen, model);
        model.addAttribute("suspensionEntries", suspensions.of(reseller.id()).reversed());
        model.addAttribute("suspensionCategories", SuspensionCategory.values());
        suspensions.last(reseller.id()).ifPresent(last -> model.addAttribute("suspension", last));
        offboardings.openOf(reseller.id()).ifPresent(open -> model.addAttribute("offboarding", open));
        return VIEW;
    }
}
