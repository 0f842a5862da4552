package io.rocketbots.onboarding.web.account;

import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.SignIn;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.web.security.SessionEstablishment;
import io.rocketbots.onboarding.web.security.SignInAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The sign-in page of every platform. */
@Controller
class SignInController {

    private final SignIn signIn;
    private final SessionEstablishment entry;
    private final SignInAttempts attempts;

    SignInController(SignIn signIn, SessionEstablishment entry, SignInAttempts attempts) {
        this.signIn = signIn;
        this.entry = entry;
        this.attempts = attempts;
    }

    @GetMapping("/sign-in")
    String page() {
        return "account/sign-in";
    }

    @PostMapping("/sign-in")
    @Nullable
    String signIn(
            @RequestParam(defaultValue = "") String email,
            @RequestParam(defaultValue = "") String password,
            Platform platform,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        Duration wait = attempts.begin(platform, email, request);
        if (wait.isPositive()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return null;
        }
        Optional<Account> account = signIn.attempt(platform.id(), email, password);
        if (account.isPresent()) {
            attempts.succeeded(platform, email, request);
            return "redirect:" + entry.establish(account.get(), platform, request, response);
        }
        response.setStatus(HttpStatus.UNAUTHORIZED.value());
        model.addAttribute("email", email);
        model.addAttribute("refused", true);
        return "account/sign-in";
    }
}
