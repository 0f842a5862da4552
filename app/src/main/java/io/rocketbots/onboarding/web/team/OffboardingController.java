package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.lifecycle.offboarding.RequestOffboarding;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import io.rocketbots.onboarding.web.security.RequiresReauthentication;
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

/** A team lead starts an offboarding, and takes it back. */
@Controller
@RequestMapping("/team/resellers/{id}/offboarding")
class OffboardingController {

    private static final String DIALOG = "openDialog";
    private static final String OFFBOARD = "offboard";

    private final Resellers resellers;
    private final ResellerPage page;
    private final RequestOffboarding requestOffboarding;

    OffboardingController(Resellers resellers, ResellerPage page, RequestOffboarding requestOffboarding) {
        this.resellers = resellers;
        this.page = page;
        this.requestOffboarding = requestOffboarding;
    }

    /** The page with its dialog open, for browsers without scripts. */
    @GetMapping
    String show(@PathVariable UUID id, Model model) {
        model.addAttribute(DIALOG, OFFBOARD);
        return page.show(reseller(id), model);
    }

    @PostMapping
    @RequiresReauthentication(to = "start the offboarding of a reseller", back = "/team/resellers/{id}")
    ModelAndView start(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes flash) {
        Reseller reseller = reseller(id);
        try {
            requestOffboarding.byTeam(reseller.id(), reason, account.id(), account.name());
            flash.addFlashAttribute("flash", "Started. Somebody else must confirm it; the task is in the list.");
            return back(id);
        } catch (RequestOffboarding.Faulty faulty) {
            model.addAttribute(DIALOG, OFFBOARD);
            model.addAttribute("offboardTyped", reason);
            model.addAttribute("offboardFault", faulty.whatToDo());
            return new ModelAndView(page.show(reseller, model), model.asMap(), HttpStatus.BAD_REQUEST);
        } catch (RequestOffboarding.NotNow | OptimisticLockingFailureException faster) {
            model.addAttribute("tooLate", true);
            return new ModelAndView(page.show(reseller(id), model), model.asMap(), HttpStatus.CONFLICT);
        }
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(
            @PathVariable UUID id,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes flash) {
        try {
            requestOffboarding.withdraw(reseller(id).id(), account.name());
            flash.addFlashAttribute("flash", "Withdrawn. In a moment everything is as it was.");
            return back(id);
        } catch (RequestOffboarding.NotNow | OptimisticLockingFailureException faster) {
            model.addAttribute("tooLate", true);
            return new ModelAndView(page.show(reseller(id), model), model.asMap(), HttpStatus.CONFLICT);
        }
    }

    private Reseller reseller(UUID id) {
        return resellers.findById(new ResellerId(id)).orElseThrow(NothingHere::new);
    }

    private static ModelAndView back(UUID id) {
        return new ModelAndView("redirect:/team/resellers/" + id);
    }
}
