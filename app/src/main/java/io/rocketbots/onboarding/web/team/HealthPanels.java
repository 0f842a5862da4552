package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.engine.EngineHealth;
import io.rocketbots.onboarding.kernel.job.StepRoster;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.outbox.ParkedMessages;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills in how engine, outbox, mail queue and workers are doing, which mend themselves once their cause is gone. */
@Component
class HealthPanels {

    private final EngineHealth engine;
    private final ParkedMessages outbox;
    private final Mails mails;
    private final StepRoster roster;

    HealthPanels(EngineHealth engine, ParkedMessages outbox, Mails mails, StepRoster roster) {
        this.engine = engine;
        this.outbox = outbox;
        this.mails = mails;
        this.roster = roster;
    }

    void fill(Model model) {
        model.addAttribute("engine", engine.ask().orElse(null));
        model.addAttribute("outbox", outbox.health());
        model.addAttribute("delayedMails", mails.delayed());
        model.addAttribute("unworked", roster.missing());
    }
}
