package io.rocketbots.onboarding.web.account;

import io.rocketbots.onboarding.tenancy.account.RemoveSecondFactor;
import io.rocketbots.onboarding.tenancy.account.SetUpSecondFactor;
import io.rocketbots.onboarding.tenancy.account.SetUpSecondFactor.Draft;
import io.rocketbots.onboarding.tenancy.account.SignInTerms;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import io.rocketbots.onboarding.web.security.RequiresReauthentication;
import io.rocketbots.onboarding.web.security.SessionEstablishment;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The second factor of whoever is signed in: setting it up, new recovery codes, turning it off. */
@Controller
@RequestMapping("/account/second-factor")
class SecondFactorController {

    static final String WRONG_CODE =
            "This is not the code that the app shows now. If it goes on like this, compare the clock of your phone.";

    private static final String BACK = "/account#second-factor";
    private static final String SET_UP_PAGE = "account/second-factor";
    private static final String CODES_PAGE = "account/recovery-codes";

    private final SetUpSecondFactor setUpSecondFactor;
    private final RemoveSecondFactor removeSecondFactor;
    private final SignInTerms terms;
    private final SessionEstablishment entry;

    SecondFactorController(
            SetUpSecondFactor setUpSecondFactor,
            RemoveSecondFactor removeSecondFactor,
            SignInTerms terms,
            SessionEstablishment entry) {
        this.setUpSecondFactor = setUpSecondFactor;
        this.removeSecondFactor = removeSecondFactor;
        this.terms = terms;
        this.entry = entry;
    }

    /** What browsers ask for when somebody goes back to it, or reloads it elsewhere. */
    @GetMapping({"", "/*"})
    String account() {
        return "redirect:" + BACK;
    }

    /** A POST, since it asks for the password. */
    @PostMapping
    @RequiresReauthentication(to = "set up a second factor", back = BACK)
    String setUp(@AuthenticationPrincipal CurrentAccount account, Model model) {
        return show(setUpSecondFactor.begin(account.id(), account.email(), issuer(model)), model);
    }

    @PostMapping("/confirm")
    @RequiresReauthentication(to = "set up a second factor", back = BACK)
    String confirm(
            @RequestParam(defaultValue = "") String sealed,
            @RequestParam(defaultValue = "") String code,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        return switch (setUpSecondFactor.confirm(
                account.id(), account.platform().id(), sealed, code)) {
            case SetUpSecondFactor.Result.Done(List<String> codes) -> {
                entry.passSecondFactor(request);
                yield showCodes(codes, model);
            }
            case SetUpSecondFactor.Result.WrongCode wrong -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                model.addAttribute("problems", Map.of("code", WRONG_CODE));
                yield show(
                        setUpSecondFactor
                                .again(account.id(), account.email(), issuer(model), sealed)
                                .orElseThrow(),
                        model);
            }
            case SetUpSecondFactor.Result.DoneAlready done ->
                say(flash, "Your second factor is set up. Make new recovery codes if you have not seen any.");
            case SetUpSecondFactor.Result.Outdated old -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                model.addAttribute("outdated", true);
                yield show(setUpSecondFactor.begin(account.id(), account.email(), issuer(model)), model);
            }
        };
    }

    @PostMapping("/recovery-codes")
    @RequiresReauthentication(to = "make new recovery codes", back = BACK)
    String newRecoveryCodes(@AuthenticationPrincipal CurrentAccount account, Model model, RedirectAttributes flash) {
        return setUpSecondFactor
                .newRecoveryCodes(account.id(), account.platform().id())
                .map(codes -> showCodes(codes, model))
                .orElseGet(() -> say(flash, "You have no second factor any more."));
    }

    @PostMapping("/turn-off")
    @RequiresReauthentication(to = "turn off your second factor", back = BACK)
    String turnOff(@AuthenticationPrincipal CurrentAccount account, RedirectAttributes flash) {
        if (terms.teamSecondFactor() && account.roles().isStaff()) {
            return say(flash, "Accounts of the team must have a second factor. Set up another app in its place.");
        }
        boolean off =
                removeSecondFactor.turnOff(account.id(), account.platform().id());
        return say(flash, off ? "Your second factor is turned off." : "It was turned off already.");
    }

    /** What the app calls the platform. */
    static String issuer(Model model) {
        return Objects.toString(model.getAttribute("platformName"), "");
    }

    private static String show(Draft draft, Model model) {
        model.addAttribute("draft", draft);
        model.addAttribute("qr", QrCodePath.of(draft.uri()));
        model.addAttribute("signingIn", false);
        return SET_UP_PAGE;
    }

    /** They stand on this answer and nowhere else. */
    private static String showCodes(List<String> codes, Model model) {
        model.addAttribute("codes", codes);
        model.addAttribute("next", BACK);
        return CODES_PAGE;
    }

    private static String say(RedirectAttributes flash, String words) {
        flash.addFlashAttribute("flash", words);
        return "redirect:" + BACK;
    }
}
