package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationForm;
import io.rocketbots.onboarding.admission.application.Questions;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills in what every page about a case shows: the application, the questions asked about it and its history. */
@Component
class CaseSummary {

    private final ApplicationForm form;
    private final Questions questions;
    private final Timeline timeline;
    private final Mails mails;

    CaseSummary(ApplicationForm form, Questions questions, Timeline timeline, Mails mails) {
        this.form = form;
        this.questions = questions;
        this.timeline = timeline;
        this.mails = mails;
    }

    void fill(Application application, Model model) {
        model.addAttribute("application", application);
        model.addAttribute("applicationForm", form);
        model.addAttribute("questions", questions.findByApplicationIdOrderByRound(application.id()));
        model.addAttribute("timeline", timeline.of(application.id()).reversed());
        model.addAttribute(
                "mailUndeliverable", !mails.undeliverableOf(application.id()).isEmpty());
    }
}
