package io.rocketbots.onboarding.web.account;

import io.rocketbots.onboarding.admission.activation.ActivateAccount;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.ResetPassword;
import io.rocketbots.onboarding.tenancy.account.SendNewLink;
import io.rocketbots.onboarding.tenancy.account.SetPassword;
import io.rocketbots.onboarding.tenancy.account.TokenKind;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.web.security.SessionEstablishment;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The pages behind mailed links that set a password. Looking at one changes nothing, so mail scanners may. */
@Controller
class PasswordLinkController {

    private final ActivateAccount activateAccount;
    private final ResetPassword resetPassword;
    private final SendNewLink sendNewLink;
    private final SessionEstablishment entry;

    PasswordLinkController(
            ActivateAccount activateAccount,
            ResetPassword resetPassword,
            SendNewLink sendNewLink,
            SessionEstablishment entry) {
        this.activateAccount = activateAccount;
        this.resetPassword = resetPassword;
        this.sendNewLink = sendNewLink;
        this.entry = entry;
    }

    @GetMapping("/activate/{token}")
    ModelAndView showActivation(@PathVariable String token, Platform platform) {
        return page(TokenKind.ACTIVATION, token, activateAccount.show(platform.id(), token));
    }

    @PostMapping("/activate/{token}")
    ModelAndView activate(
            @PathVariable String token,
            NewPassword typed,
            Platform platform,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<Account> account = activateAccount.show(platform.id(), token);
        if (account.isPresent() && typed.repeatProblem().isPresent()) {
            return again(
                    TokenKind.ACTIVATION,
                    token,
                    account.get(),
                    "repeatPassword",
                    typed.repeatProblem().get());
        }
        return switch (activateAccount.activate(platform.id(), token, typed.newPassword())) {
            case SetPassword.Done(Account active) ->
                new ModelAndView("redirect:" + entry.establish(active, platform, request, response));
            case SetPassword.Refused(var problem)
            when account.isPresent() ->
                again(TokenKind.ACTIVATION, token, account.get(), "newPassword", problem.text());
            case SetPassword.Refused refused -> dead(TokenKind.ACTIVATION, token);
            case SetPassword.DeadLink dead -> dead(TokenKind.ACTIVATION, token);
        };
    }

    @GetMapping("/reset-password/{token}")
    ModelAndView showReset(@PathVariable String token, Platform platform) {
        return page(TokenKind.RESET, token, resetPassword.show(platform.id(), token));
    }

    @PostMapping("/reset-password/{token}")
    ModelAndView reset(
            @PathVariable String token,
            NewPassword typed,
            Platform platform,
            HttpServletRequest request,
            HttpServletResponse response,
            RedirectAttributes flash) {
        Optional<Account> account = resetPassword.show(platform.id(), token);
        if (account.isPresent() && typed.repeatProblem().isPresent()) {
            return again(
                    TokenKind.RESET,
                    token,
                    account.get(),
                    "repeatPassword",
                    typed.repeatProblem().get());
        }
        return switch (resetPassword.reset(platform.id(), token, typed.newPassword())) {
            case SetPassword.Done(Account owner) -> {
                // So that they can sign in while others guess the password.
                entry.recognize(owner, platform, request, response);
                flash.addFlashAttribute("flash", "Your new password is set. Sign in with it.");
                yield new ModelAndView("redirect:/sign-in");
            }
            case SetPassword.Refused(var problem)
            when account.isPresent() -> again(TokenKind.RESET, token, account.get(), "newPassword", problem.text());
            case SetPassword.Refused refused -> dead(TokenKind.RESET, token);
            case SetPassword.DeadLink dead -> dead(TokenKind.RESET, token);
        };
    }

    @PostMapping("/activate/{token}/new-link")
    ModelAndView newActivationLink(@PathVariable String token, Platform platform) {
        return newLink(platform, token, TokenKind.ACTIVATION);
    }

    @PostMapping("/reset-password/{token}/new-link")
    ModelAndView newResetLink(@PathVariable String token, Platform platform) {
        return newLink(platform, token, TokenKind.RESET);
    }

    private ModelAndView newLink(Platform platform, String token, TokenKind kind) {
        sendNewLink.send(platform.id(), token, kind);
        return new ModelAndView("account/link-sent");
    }

    private static ModelAndView page(TokenKind kind, String token, Optional<Account> account) {
        return account.map(owner -> form(kind, token, owner, HttpStatus.OK)).orElseGet(() -> dead(kind, token));
    }

    private static ModelAndView again(TokenKind kind, String token, Account account, String field, String problem) {
        ModelAndView page = form(kind, token, account, HttpStatus.BAD_REQUEST);
        page.addObject("problems", Map.of(field, problem));
        return page;
    }

    private static ModelAndView form(TokenKind kind, String token, Account account, HttpStatus status) {
        ModelAndView page = new ModelAndView("account/set-password", status);
        page.addObject("email", account.email());
        page.addObject("activation", kind == TokenKind.ACTIVATION);
        page.addObject("action", kind.path() + token);
        return page;
    }

    private static ModelAndView dead(TokenKind kind, String token) {
        ModelAndView page = new ModelAndView("account/dead-link", HttpStatus.NOT_FOUND);
        page.addObject("action", kind.path() + token + "/new-link");
        return page;
    }
}
