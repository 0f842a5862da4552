package io.rocketbots.onboarding.web.account;

import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.CheckSecondFactor;
import io.rocketbots.onboarding.tenancy.account.SetUpSecondFactor;
import io.rocketbots.onboarding.tenancy.account.SetUpSecondFactor.Draft;
import io.rocketbots.onboarding.tenancy.account.SignInSteps.Step;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.web.security.CodeProblem;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import io.rocketbots.onboarding.web.security.SessionEstablishment;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
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

/** What comes after the password: the code of the authenticator app, or setting one up where the account must have one. */
@Controller
@RequestMapping("/sign-in")
class SecondStepController {

    private static final String CODE_PAGE = "account/sign-in-code";
    private static final String SET_UP_PAGE = "account/second-factor";
    private static final String CODES_PAGE = "account/recovery-codes";

    private final SessionEstablishment entry;
    private final CheckSecondFactor checkSecondFactor;
    private final SetUpSecondFactor setUpSecondFactor;

    SecondStepController(
            SessionEstablishment entry, CheckSecondFactor checkSecondFactor, SetUpSecondFactor setUpSecondFactor) {
        this.entry = entry;
        this.checkSecondFactor = checkSecondFactor;
        this.setUpSecondFactor = setUpSecondFactor;
    }

    @GetMapping("/code")
    String code(
            @AuthenticationPrincipal @Nullable CurrentAccount present,
            Platform platform,
            HttpServletRequest request,
            RedirectAttributes flash) {
        return entry.whoIsAt(Step.CODE, platform, request).isPresent() ? CODE_PAGE : begin(present, flash);
    }

    @PostMapping("/code")
    String checkCode(
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal @Nullable CurrentAccount present,
            Platform platform,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Optional<Account> account = entry.whoIsAt(Step.CODE, platform, request);
        if (account.isEmpty()) {
            return begin(present, flash);
        }
        CheckSecondFactor.Result result = checkSecondFactor.check(account.get().id(), platform.id(), code);
        if (result instanceof CheckSecondFactor.Result.Right) {
            return "redirect:" + entry.establishWithSecondFactor(account.get(), platform, request, response);
        }
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        if (result instanceof CheckSecondFactor.Result.TooSoon(Duration wait)) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
        }
        model.addAttribute("problems", Map.of("code", CodeProblem.of(result)));
        return CODE_PAGE;
    }

    @GetMapping("/second-factor")
    String setUp(
            @AuthenticationPrincipal @Nullable CurrentAccount present,
            Platform platform,
            Model model,
            HttpServletRequest request,
            RedirectAttributes flash) {
        Optional<Account> account = entry.whoIsAt(Step.SET_UP, platform, request);
        if (account.isEmpty()) {
            return begin(present, flash);
        }
        return show(setUpSecondFactor.begin(account.get().id(), account.get().email(), issuer(model)), model);
    }

    /** The codes stand on the answer itself and nowhere else. */
    @PostMapping("/second-factor")
    String confirm(
            @RequestParam(defaultValue = "") String sealed,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal @Nullable CurrentAccount present,
            Platform platform,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Optional<Account> account = entry.whoIsAt(Step.SET_UP, platform, request);
        if (account.isEmpty()) {
            return begin(present, flash);
        }
        Account owner = account.get();
        return switch (setUpSecondFactor.confirm(owner.id(), platform.id(), sealed, code)) {
            case SetUpSecondFactor.Result.Done(List<String> codes) -> {
                model.addAttribute("codes", codes);
                model.addAttribute("next", entry.establishWithSecondFactor(owner, platform, request, response));
                yield CODES_PAGE;
            }
            case SetUpSecondFactor.Result.WrongCode wrong -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                model.addAttribute("problems", Map.of("code", SecondFactorController.WRONG_CODE));
                yield show(
                        setUpSecondFactor
                                .again(owner.id(), owner.email(), issuer(model), sealed)
                                .orElseThrow(),
                        model);
            }
            case SetUpSecondFactor.Result.DoneAlready done -> "redirect:/sign-in/code";
            case SetUpSecondFactor.Result.Outdated old -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                model.addAttribute("outdated", true);
                yield show(setUpSecondFactor.begin(owner.id(), owner.email(), issuer(model)), model);
            }
        };
    }

    private static String show(Draft draft, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("qr", QrCodePath.of(draft.uri()));
        model.addAttribute("signingIn", true);
        return SET_UP_PAGE;
    }

    /** Whoever is in already goes on; everybody else begins with the password. */
    private static String begin(@Nullable CurrentAccount present, RedirectAttributes flash) {
        if (present != null) {
            return "redirect:" + present.startPage();
        }
        flash.addFlashAttribute("flash", "Sign in with your password first.");
        flash.addFlashAttribute("flashKind", "warning");
        return "redirect:/sign-in";
    }

    private static String issuer(Model model) {
        return SecondFactorController.issuer(model);
    }
}
