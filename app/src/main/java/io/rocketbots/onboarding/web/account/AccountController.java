package io.rocketbots.onboarding.web.account;

import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.ChangePassword;
import io.rocketbots.onboarding.tenancy.account.RecoveryCodes;
import io.rocketbots.onboarding.tenancy.account.SecondFactors;
import io.rocketbots.onboarding.tenancy.account.SignInSteps;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import io.rocketbots.onboarding.web.security.OwnSessions;
import io.rocketbots.onboarding.web.security.SessionEstablishment;
import io.rocketbots.onboarding.web.security.SignInAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Map;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What people set for their own account. */
@Controller
class AccountController {

    private final Accounts accounts;
    private final ChangePassword changePassword;
    private final SecondFactors secondFactors;
    private final RecoveryCodes recoveryCodes;
    private final SignInSteps steps;
    private final OwnSessions sessions;
    private final SessionEstablishment entry;
    private final SignInAttempts attempts;

    AccountController(
            Accounts accounts,
            ChangePassword changePassword,
            SecondFactors secondFactors,
            RecoveryCodes recoveryCodes,
            SignInSteps steps,
            OwnSessions sessions,
            SessionEstablishment entry,
            SignInAttempts attempts) {
        this.accounts = accounts;
        this.changePassword = changePassword;
        this.secondFactors = secondFactors;
        this.recoveryCodes = recoveryCodes;
        this.steps = steps;
        this.sessions = sessions;
        this.entry = entry;
        this.attempts = attempts;
    }

    @GetMapping("/account")
    ModelAndView page(@AuthenticationPrincipal CurrentAccount current, HttpServletRequest request) {
        return page(current, request, HttpStatus.OK, Map.of());
    }

    @PostMapping("/account/password")
    ModelAndView changePassword(
            @RequestParam(defaultValue = "") String presentPassword,
            NewPassword typed,
            @AuthenticationPrincipal CurrentAccount current,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        if (typed.repeatProblem().isPresent()) {
            return again(
                    current, request, "repeatPassword", typed.repeatProblem().get());
        }
        Duration wait = attempts.beginAgain(current.id());
        if (wait.isPositive()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
            String problem = "There were too many wrong passwords. Try again in %s.".formatted(inWords(wait));
            return page(current, request, HttpStatus.TOO_MANY_REQUESTS, Map.of("presentPassword", problem));
        }
        return switch (changePassword.change(
                current.id(), current.platform().id(), presentPassword, typed.newPassword())) {
            case ChangePassword.Result.WrongPassword wrong ->
                again(current, request, "presentPassword", "This is not your present password.");
            case ChangePassword.Result.Refused(var problem) -> {
                attempts.succeededAgain(current.id());
                yield again(current, request, "newPassword", problem.text());
            }
            case ChangePassword.Result.Done(Account changed) -> {
                attempts.succeededAgain(current.id());
                entry.stay(changed, request);
                yield saved(flash, "Your password is changed. Everywhere else you are signed out.");
            }
        };
    }

    @PostMapping("/account/notifications")
    ModelAndView notifications(
            @RequestParam(defaultValue = "false") boolean notified,
            @AuthenticationPrincipal CurrentAccount current,
            RedirectAttributes flash) {
        accounts.save(accounts.get(current.id()).notify(notified));
        return saved(flash, "Saved.");
    }

    private static String inWords(Duration wait) {
        long minutes = wait.plusSeconds(59).toMinutes();
        return minutes <= 1 ? "a minute" : minutes + " minutes";
    }

    private ModelAndView again(CurrentAccount current, HttpServletRequest request, String field, String problem) {
        return page(current, request, HttpStatus.BAD_REQUEST, Map.of(field, problem));
    }

    private ModelAndView page(
            CurrentAccount current, HttpServletRequest request, HttpStatus status, Map<String, String> problems) {
        ModelAndView page = new ModelAndView("account/account", status);
        Account account = accounts.get(current.id());
        page.addObject("account", account);
        page.addObject("secondFactorAt", secondFactors.setUpAt(current.id()).orElse(null));
        page.addObject("secondFactorNeeded", steps.mustHaveSecondFactor(account));
        page.addObject("recoveryCodesLeft", recoveryCodes.left(current.id()));
        page.addObject("sessions", sessions.of(current, request));
        page.addObject("problems", problems);
        return page;
    }

    private static ModelAndView saved(RedirectAttributes flash, String words) {
        flash.addFlashAttribute("flash", words);
        return new ModelAndView("redirect:/account");
    }
}
