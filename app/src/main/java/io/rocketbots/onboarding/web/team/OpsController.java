package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.course.Incidents;
import io.rocketbots.onboarding.course.StalledSteps;
import io.rocketbots.onboarding.engine.EngineHealth;
import io.rocketbots.onboarding.job.StepRoster;
import io.rocketbots.onboarding.mail.AddressTaken;
import io.rocketbots.onboarding.mail.CorrectEmailAndResend;
import io.rocketbots.onboarding.mail.Mails;
import io.rocketbots.onboarding.outbox.ParkedMessages;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.util.UUID;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the machine is doing, and what only a person can mend. */
@Controller
@RequestMapping("/team/ops")
class OpsController {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final int LONGEST_EMAIL = 254;

    private final EngineHealth engine;
    private final ParkedMessages outbox;
    private final Mails mails;
    private final CorrectEmailAndResend correctEmail;
    private final Incidents incidents;
    private final StalledSteps stalledSteps;
    private final StepRoster roster;
    private final TeamLinks links;

    OpsController(
            EngineHealth engine,
            ParkedMessages outbox,
            Mails mails,
            CorrectEmailAndResend correctEmail,
            Incidents incidents,
            StalledSteps stalledSteps,
            StepRoster roster,
            TeamLinks links) {
        this.engine = engine;
        this.outbox = outbox;
        this.mails = mails;
        this.correctEmail = correctEmail;
        this.incidents = incidents;
        this.stalledSteps = stalledSteps;
        this.roster = roster;
        this.links = links;
    }

    @GetMapping
    String show(Model model) {
        model.addAttribute("engine", engine.ask().orElse(null));
        model.addAttribute("outbox", outbox.health());
        model.addAttribute("parked", outbox.all());
        model.addAttribute("delayedMails", mails.delayed());
        model.addAttribute("undeliverable", mails.undeliverable());
        model.addAttribute("incidents", incidents.open());
        model.addAttribute("stalled", stalledSteps.all());
        model.addAttribute("unworked", roster.missing());
        model.addAttribute("links", links);
        return "team/ops";
    }

    @PostMapping("/messages/{id}/retry")
    String retry(@PathVariable UUID id, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "flash", outbox.retry(id) ? "The message goes out again." : "The message was not parked any more.");
        return "redirect:/team/ops";
    }

    @PostMapping("/incidents/{id}/retry")
    String retry(@PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, RedirectAttributes flash) {
        flash.addFlashAttribute(
                "flash",
                switch (incidents.retry(id, account.name())) {
                    case ASKED_FOR -> "The step is tried again.";
                    case ASKED_FOR_ALREADY -> "Somebody was faster: the step is being tried again already.";
                    case OVER -> "That step does not stand still any more.";
                });
        return "redirect:/team/ops#incidents";
    }

    @PostMapping("/mails/{id}/correct")
    ModelAndView correct(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String email,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes flash) {
        String address = email.strip();
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
            return wrong(id, address, "Enter an email address, for example name@company.example.", model);
        }
        try {
            int again = correctEmail.correct(id, address, account.name());
            flash.addFlashAttribute(
                    "flash",
                    again == 0
                            ? "Somebody else has mended this mail already."
                            : "Corrected. " + again + (again == 1 ? " mail goes" : " mails go") + " out again.");
            return new ModelAndView("redirect:/team/ops");
        } catch (AddressTaken taken) {
            return wrong(id, address, "Somebody else has this address already.", model);
        }
    }

    private ModelAndView wrong(UUID id, String typed, String error, Model model) {
        model.addAttribute("wrongMail", id);
        model.addAttribute("typedEmail", typed);
        model.addAttribute("emailError", error);
        return new ModelAndView(show(model), model.asMap(), HttpStatus.BAD_REQUEST);
    }
}
