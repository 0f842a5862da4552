package io.rocketbots.onboarding.web.yourdata;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.lifecycle.export.ResellerExport;
import io.rocketbots.onboarding.lifecycle.offboarding.Offboarding;
import io.rocketbots.onboarding.lifecycle.offboarding.Offboardings;
import io.rocketbots.onboarding.lifecycle.offboarding.RequestOffboarding;
import io.rocketbots.onboarding.lifecycle.termination.CloseAccount;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.reseller.ModulePage;
import io.rocketbots.onboarding.web.reseller.NoReseller;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import io.rocketbots.onboarding.web.security.RequiresReauthentication;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a reseller does in the section Your Data. */
@Controller
@RequestMapping("/reseller")
class YourDataController {

    private static final String BACK = "redirect:/reseller#your-data";

    private final ModulePage page;
    private final ResellerExport export;
    private final CloseAccount closeAccount;
    private final RequestOffboarding requestOffboarding;
    private final Offboardings offboardings;

    YourDataController(
            ModulePage page,
            ResellerExport export,
            CloseAccount closeAccount,
            RequestOffboarding requestOffboarding,
            Offboardings offboardings) {
        this.page = page;
        this.export = export;
        this.closeAccount = closeAccount;
        this.requestOffboarding = requestOffboarding;
        this.offboardings = offboardings;
    }

    /** Written as it is read, so that it may be as large as it is. */
    @GetMapping("/data.zip")
    void download(@AuthenticationPrincipal CurrentAccount account, HttpServletResponse response) throws IOException {
        Reseller reseller = resellerOf(account);
        response.setContentType("application/zip");
        response.setHeader(
                HttpHeaders.CONTENT_DISPOSITION,
                ContentDisposition.attachment()
                        .filename("your-data.zip")
                        .build()
                        .toString());
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        export.write(reseller, response.getOutputStream());
    }

    @PostMapping("/close-account")
    @RequiresReauthentication(to = "close your account", back = "/reseller#your-data")
    String closeAccount(
            @RequestParam(defaultValue = "") String brandName,
            @AuthenticationPrincipal CurrentAccount account,
            Platform platform,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Reseller reseller = resellerOf(account);
        if (!isOwner(account, reseller)) {
            return refused(reseller, platform, model, response);
        }
        try {
            Optional<String> fault = closeAccount.close(reseller, brandName, account.name());
            if (fault.isPresent()) {
                return faulty(reseller, "close", fault.get(), brandName, platform, model, response);
            }
            flash.addFlashAttribute("flash", "Your account is being closed. A mail tells you when it is done.");
        } catch (Application.NotNow | OptimisticLockingFailureException faster) {
            warn(flash);
        }
        return BACK;
    }

    @PostMapping("/offboarding")
    @RequiresReauthentication(to = "leave the program", back = "/reseller#your-data")
    String leave(
            @RequestParam(defaultValue = "") String brandName,
            @AuthenticationPrincipal CurrentAccount account,
            Platform platform,
            Model model,
            RedirectAttributes flash,
            HttpServletResponse response) {
        Reseller reseller = resellerOf(account);
        if (!isOwner(account, reseller)) {
            return refused(reseller, platform, model, response);
        }
        try {
            requestOffboarding.leave(reseller.id(), brandName, account.id(), account.name());
            flash.addFlashAttribute("flash", "We have received your wish to leave. Somebody confirms it soon.");
        } catch (RequestOffboarding.Faulty faulty) {
            return faulty(reseller, "leave", faulty.whatToDo(), brandName, platform, model, response);
        } catch (RequestOffboarding.NotNow | OptimisticLockingFailureException faster) {
            warn(flash);
        }
        return BACK;
    }

    /** Only what the reseller began itself: what the team began is for the team to take back. */
    @PostMapping("/offboarding/withdraw")
    String stay(@AuthenticationPrincipal CurrentAccount account, RedirectAttributes flash) {
        Reseller reseller = resellerOf(account);
        boolean own = offboardings
                .openOf(reseller.id())
                .filter(Offboarding::byReseller)
                .isPresent();
        try {
            if (own) {
                requestOffboarding.withdraw(reseller.id(), account.name());
                flash.addFlashAttribute("flash", "Good that you stay. In a moment everything is as it was.");
            } else {
                warn(flash);
            }
        } catch (RequestOffboarding.NotNow | OptimisticLockingFailureException faster) {
            warn(flash);
        }
        return BACK;
    }

    private static boolean isOwner(CurrentAccount account, Reseller reseller) {
        return reseller.accountId().equals(account.id());
    }

    private String refused(Reseller reseller, Platform platform, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.FORBIDDEN.value());
        return page.show(reseller, platform, model);
    }

    private String faulty(
            Reseller reseller,
            String what,
            String fault,
            String typed,
            Platform platform,
            Model model,
            HttpServletResponse response) {
        response.setStatus(HttpStatus.BAD_REQUEST.value());
        model.addAttribute(what + "Fault", fault);
        model.addAttribute(what + "Typed", typed);
        return page.show(reseller, platform, model);
    }

    private Reseller resellerOf(CurrentAccount account) {
        return page.resellerOf(account).orElseThrow(NoReseller::new);
    }

    private static void warn(RedirectAttributes flash) {
        flash.addFlashAttribute("flash", "That is not possible any more: this is how it stands now.");
        flash.addFlashAttribute("flashKind", "warning");
    }
}
