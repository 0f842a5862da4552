package io.rocketbots.onboarding.web.account;

import io.rocketbots.onboarding.web.security.CurrentAccount;
import io.rocketbots.onboarding.web.security.OwnSessions;
import io.rocketbots.onboarding.web.security.RequiresReauthentication;
import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** People end sessions of theirs on the account page. */
@Controller
@RequestMapping("/account/sessions")
class SessionsController {

    private static final String BACK = "/account#sessions";

    private final OwnSessions sessions;

    SessionsController(OwnSessions sessions) {
        this.sessions = sessions;
    }

    @PostMapping("/{handle}/end")
    @RequiresReauthentication(to = "sign out elsewhere", back = BACK)
    String end(@PathVariable UUID handle, @AuthenticationPrincipal CurrentAccount account, RedirectAttributes flash) {
        return say(
                flash, sessions.end(account, handle) ? "That session has ended." : "That session had ended already.");
    }

    @PostMapping("/end-others")
    @RequiresReauthentication(to = "sign out everywhere else", back = BACK)
    String endOthers(
            @AuthenticationPrincipal CurrentAccount account, HttpServletRequest request, RedirectAttributes flash) {
        int ended = sessions.endOthers(account, request);
        return say(
                flash,
                ended == 0
                        ? "You are signed in nowhere else."
                        : "You are signed out everywhere else: " + ended
                                + (ended == 1 ? " session has" : " sessions have") + " ended.");
    }

    private static String say(RedirectAttributes flash, String words) {
        flash.addFlashAttribute("flash", words);
        return "redirect:" + BACK;
    }
}
