package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.kernel.mail.Mails;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers all that the team can know of a case. */
@Component
class CasePage {

    private final CaseSummary summary;
    private final CaseTasks tasks;
    private final Mails mails;
    private final CaseProcesses processes;
    private final CaseReseller reseller;

    CasePage(CaseSummary summary, CaseTasks tasks, Mails mails, CaseProcesses processes, CaseReseller reseller) {
        this.summary = summary;
        this.tasks = tasks;
        this.mails = mails;
        this.processes = processes;
        this.reseller = reseller;
    }

    void fill(Application application, Model model) {
        summary.fill(application, model);
        model.addAttribute("tasks", tasks.of(application));
        model.addAttribute("mails", mails.of(application.id()).reversed());
        processes.fill(application, model);
        reseller.fill(application, model);
    }
}
