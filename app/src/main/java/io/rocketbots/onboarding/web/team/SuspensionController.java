package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.lifecycle.suspension.SuspendReseller;
import io.rocketbots.onboarding.lifecycle.suspension.SuspensionDraft;
import io.rocketbots.onboarding.lifecycle.suspension.Suspensions.Actor;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
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

/** A team lead suspends a reseller, corrects the reason, and resumes. */
@Controller
@RequestMapping("/team/resellers/{id}")
class SuspensionController {

    private static final String DIALOG = "openDialog";
    private static final String SUSPEND = "suspend";
    private static final String CORRECT = "correct";

    private final Resellers resellers;
    private final ResellerPage page;
    private final SuspendReseller suspendReseller;

    SuspensionController(Resellers resellers, ResellerPage page, SuspendReseller suspendReseller) {
        this.resellers = resellers;
        this.page = page;
        this.suspendReseller = suspendReseller;
    }

    /** The page with its dialog open, for browsers without scripts. */
    @GetMapping("/suspend")
    String suspend(@PathVariable UUID id, Model model) {
        model.addAttribute(DIALOG, SUSPEND);
        return page.show(reseller(id), model);
    }

    @GetMapping("/suspension")
    String correct(@PathVariable UUID id, Model model) {
        model.addAttribute(DIALOG, CORRECT);
        return page.show(reseller(id), model);
    }

    @PostMapping("/suspend")
    ModelAndView suspend(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes flash) {
        SuspensionDraft draft = new SuspensionDraft(category, reason);
        return act(
                reseller(id),
                SUSPEND,
                draft,
                model,
                flash,
                () -> suspendReseller.suspend(new ResellerId(id), draft, actor(account)),
                "Suspended. The platform shows the notice, and the reseller is told.");
    }

    @PostMapping("/suspension")
    ModelAndView correct(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String category,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes flash) {
        SuspensionDraft draft = new SuspensionDraft(category, reason);
        return act(
                reseller(id),
                CORRECT,
                draft,
                model,
                flash,
                () -> suspendReseller.correct(new ResellerId(id), draft, actor(account)),
                "The reason is corrected. What stood there before stays in the history.");
    }

    @PostMapping("/resume")
    ModelAndView resume(
            @PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, RedirectAttributes flash) {
        try {
            suspendReseller.resume(reseller(id).id(), actor(account));
            flash.addFlashAttribute("flash", "Resumed. The platform is open again, and the reseller is told.");
        } catch (SuspendReseller.NotNow | OptimisticLockingFailureException faster) {
            warn(flash);
        }
        return back(id);
    }

    private ModelAndView act(
            Reseller reseller,
            String dialog,
            SuspensionDraft draft,
            Model model,
            RedirectAttributes flash,
            Runnable change,
            String done) {
        if (!draft.faults().isEmpty()) {
            return again(reseller, dialog, draft, model, HttpStatus.BAD_REQUEST);
        }
        try {
            change.run();
            flash.addFlashAttribute("flash", done);
            return back(reseller.id().value());
        } catch (SuspendReseller.NotNow | OptimisticLockingFailureException faster) {
            model.addAttribute("tooLate", true);
            return again(reseller(reseller.id().value()), "", draft, model, HttpStatus.CONFLICT);
        }
    }

    private ModelAndView again(
            Reseller reseller, String dialog, SuspensionDraft draft, Model model, HttpStatus status) {
        model.addAttribute(DIALOG, dialog);
        model.addAttribute("draft", draft);
        model.addAttribute("faults", draft.faults());
        return new ModelAndView(page.show(reseller, model), model.asMap(), status);
    }

    private Reseller reseller(UUID id) {
        return resellers.findById(new ResellerId(id)).orElseThrow(NothingHere::new);
    }

    private static Actor actor(CurrentAccount account) {
        return new Actor(account.id(), account.name());
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/team/resellers/" + id);
    }

    private static void warn(RedirectAttributes flash) {
        flash.addFlashAttribute("flash", "Somebody was faster: this is how it stands now.");
        flash.addFlashAttribute("flashKind", "warning");
    }
}
