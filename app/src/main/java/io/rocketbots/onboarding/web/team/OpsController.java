package io.rocketbots.onboarding.web.team;

import com.google.re2j.Pattern;
import io.rocketbots.onboarding.configuration.TeamLinks;
import io.rocketbots.onboarding.engine.EngineHealth;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.job.StepRoster;
import io.rocketbots.onboarding.kernel.mail.AddressTaken;
import io.rocketbots.onboarding.kernel.mail.CorrectEmailAndResend;
import io.rocketbots.onboarding.kernel.mail.MailEntry;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.ResendMail;
import io.rocketbots.onboarding.kernel.outbox.ParkedMessages;
import io.rocketbots.onboarding.kernel.outbox.ParkedMessages.Parked;
import io.rocketbots.onboarding.operations.history.Incident;
import io.rocketbots.onboarding.operations.history.Incidents;
import io.rocketbots.onboarding.operations.history.RetryMessage;
import io.rocketbots.onboarding.operations.history.StalledSteps;
import io.rocketbots.onboarding.operations.history.StalledSteps.Stalled;
import io.rocketbots.onboarding.operations.history.Subjects;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /** The page of a case and the process instance that is looked at there. */
    private static final Pattern CASE = Pattern.compile(
            "/team/(applications|resellers)/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\?process=[0-9a-z-]{1,80}");

    private final EngineHealth engine;
    private final ParkedMessages outbox;
    private final Mails mails;
    private final CorrectEmailAndResend correctEmail;
    private final ResendMail resendMail;
    private final RetryMessage retryMessage;
    private final Incidents incidents;
    private final StalledSteps stalledSteps;
    private final Subjects subjects;
    private final CompanyNames companies;
    private final StepRoster roster;
    private final TeamLinks links;

    OpsController(
            EngineHealth engine,
            ParkedMessages outbox,
            RetryMessage retryMessage,
            Mails mails,
            CorrectEmailAndResend correctEmail,
            ResendMail resendMail,
            Incidents incidents,
            StalledSteps stalledSteps,
            Subjects subjects,
            CompanyNames companies,
            StepRoster roster,
            TeamLinks links) {
        this.engine = engine;
        this.outbox = outbox;
        this.retryMessage = retryMessage;
        this.mails = mails;
        this.correctEmail = correctEmail;
        this.resendMail = resendMail;
        this.incidents = incidents;
        this.stalledSteps = stalledSteps;
        this.subjects = subjects;
        this.companies = companies;
        this.roster = roster;
        this.links = links;
    }

    /** A message that the engine refused, with its case where it belongs to one. */
    public record ParkedLine(Parked message, @Nullable ApplicationId application) {}

    @GetMapping
    String show(Model model) {
        List<ParkedLine> parked = outbox.all().stream()
                .map(message -> new ParkedLine(
                        message, subjects.caseOf(message.aggregateId()).orElse(null)))
                .toList();
        List<MailEntry> undeliverable = mails.undeliverable();
        List<Incident> failed = incidents.open();
        List<Stalled> stalled = stalledSteps.all();
        model.addAttribute("engine", engine.ask().orElse(null));
        model.addAttribute("outbox", outbox.health());
        model.addAttribute("parked", parked);
        model.addAttribute("delayedMails", mails.delayed());
        model.addAttribute("undeliverable", undeliverable);
        model.addAttribute("incidents", failed);
        model.addAttribute("stalled", stalled);
        model.addAttribute(
                "companies",
                companies.of(Stream.of(
                                parked.stream().map(ParkedLine::application),
                                undeliverable.stream().map(MailEntry::application),
                                failed.stream().map(Incident::application),
                                stalled.stream().map(Stalled::application))
                        .flatMap(Function.identity())));
        model.addAttribute("unworked", roster.missing());
        model.addAttribute("links", links);
        return "team/ops";
    }

    @PostMapping("/messages/{id}/retry")
    String retryMessage(
            @PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, RedirectAttributes flash) {
        if (retryMessage.retry(id, account.name())) {
            flash.addFlashAttribute("flash", "The message goes out again.");
        } else {
            tooLate(flash, "Somebody was faster: the message is not parked any more.");
        }
        return "redirect:/team/ops#parked";
    }

    @PostMapping("/incidents/{id}/retry")
    String retryStep(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal CurrentAccount account,
            RedirectAttributes flash) {
        switch (incidents.retry(id, account.name())) {
            case ASKED_FOR -> flash.addFlashAttribute("flash", "The step is tried again.");
            case ASKED_FOR_ALREADY -> tooLate(flash, "Somebody was faster: the step is being tried again already.");
            case OVER -> tooLate(flash, "That step does not stand still any more.");
        }
        return "redirect:" + (CASE.matcher(back).matches() ? back + "#way" : "/team/ops#incidents");
    }

    private static void tooLate(RedirectAttributes flash, String text) {
        flash.addFlashAttribute("flash", text);
        flash.addFlashAttribute("flashKind", "warning");
    }

    @PostMapping("/mails/{id}/resend")
    String resend(@PathVariable UUID id, RedirectAttributes flash) {
        if (resendMail.resend(id)) {
            flash.addFlashAttribute("flash", "The mail goes out again.");
        } else {
            tooLate(flash, "Somebody was faster: the mail is not undeliverable any more.");
        }
        return "redirect:/team/ops#undeliverable";
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
            if (again == 0) {
                tooLate(flash, "Somebody else has mended this mail already.");
            } else {
                flash.addFlashAttribute(
                        "flash", "Corrected. " + again + (again == 1 ? " mail goes" : " mails go") + " out again.");
            }
            return new ModelAndView("redirect:/team/ops#undeliverable");
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
