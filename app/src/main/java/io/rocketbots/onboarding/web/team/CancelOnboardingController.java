package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.lifecycle.termination.CancelOnboarding;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.util.UUID;
import org.springframework.dao.OptimisticLockingFailureException;
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

/** A team lead ends a case before its platform is live. */
@Controller
@RequestMapping("/team/applications/{id}/cancel")
class CancelOnboardingController {

    private final Applications applications;
    private final ApplicationPage page;
    private final CancelOnboarding cancelOnboarding;

    CancelOnboardingController(Applications applications, ApplicationPage page, CancelOnboarding cancelOnboarding) {
        this.applications = applications;
        this.page = page;
        this.cancelOnboarding = cancelOnboarding;
    }

    /** The page with its dialog open, for browsers without scripts. */
    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        Application application = application(id);
        boolean cancellable = application.state().canBecome(ApplicationState.CANCELLING);
        model.addAttribute(cancellable ? "cancelling" : "tooLate", true);
        return page.show(application, model);
    }

    @PostMapping
    ModelAndView cancel(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes flash) {
        Application application = application(id);
        try {
            cancelOnboarding.cancel(application.id(), reason, account.name());
            flash.addFlashAttribute("flash", "Cancelled. In a moment the case has ended, and a mail tells why.");
            return new ModelAndView("redirect:/team/applications/" + id);
        } catch (CancelOnboarding.Faulty faulty) {
            model.addAttribute("cancelling", true);
            model.addAttribute("cancelTyped", reason);
            model.addAttribute("cancelFault", faulty.whatToDo());
            return new ModelAndView(page.show(application, model), model.asMap(), HttpStatus.BAD_REQUEST);
        } catch (Application.NotNow | OptimisticLockingFailureException faster) {
            model.addAttribute("tooLate", true);
            model.addAttribute("cancelTyped", reason);
            return new ModelAndView(page.show(application(id), model), model.asMap(), HttpStatus.CONFLICT);
        }
    }

    private Application application(UUID id) {
        return applications.findById(new ApplicationId(id)).orElseThrow(NothingHere::new);
    }
}
