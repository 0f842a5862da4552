package io.rocketbots.onboarding.web.invitation;

import io.rocketbots.onboarding.customer.invitation.AcceptInvitation;
import io.rocketbots.onboarding.customer.invitation.InvitationLink;
import io.rocketbots.onboarding.customer.invitation.InvitationLinks;
import io.rocketbots.onboarding.customer.space.SpaceRole;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.SignIn;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import io.rocketbots.onboarding.web.security.SessionEstablishment;
import io.rocketbots.onboarding.web.security.SignInAttempts;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The page behind the link in an invitation. Looking at it changes nothing, so mail scanners may. */
@Controller
@RequestMapping("/invitations/{token}")
class InvitationController {

    private final InvitationLinks links;
    private final AcceptInvitation acceptInvitation;
    private final SignIn signIn;
    private final SignInAttempts attempts;
    private final SessionEstablishment entry;

    InvitationController(
            InvitationLinks links,
            AcceptInvitation acceptInvitation,
            SignIn signIn,
            SignInAttempts attempts,
            SessionEstablishment entry) {
        this.links = links;
        this.acceptInvitation = acceptInvitation;
        this.signIn = signIn;
        this.attempts = attempts;
        this.entry = entry;
    }

    @GetMapping
    String show(
            @PathVariable String token,
            @AuthenticationPrincipal @Nullable CurrentAccount account,
            Platform platform,
            Model model,
            HttpServletResponse response) {
        return page(links.look(platform.id(), token), token, account, model, response);
    }

    /** Signed in as the invited account joins; everybody else creates it. */
    @PostMapping
    String accept(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String newPassword,
            @AuthenticationPrincipal @Nullable CurrentAccount account,
            Platform platform,
            Model model,
            RedirectAttributes flash,
            HttpServletRequest request,
            HttpServletResponse response) {
        InvitationLink link = links.look(platform.id(), token);
        boolean joins = account != null && isFor(link, account);
        String place = link instanceof InvitationLink.Team ? "/reseller" : "/spaces";
        return switch (joins ? join(platform, token, account) : create(platform, token, name, newPassword)) {
            case AcceptInvitation.Result.Joined(Account joined) -> {
                String next = joins ? place : entry.establish(joined, platform, place, request, response);
                if (link instanceof InvitationLink.Open open) {
                    flash.addFlashAttribute("flash", "Welcome to " + open.place() + ".");
                }
                yield "redirect:" + next;
            }
            case AcceptInvitation.Result.Faulty(Map<String, String> problems) -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                model.addAttribute("problems", problems);
                model.addAttribute("name", name);
                yield page(link, token, account, model, response);
            }
            case AcceptInvitation.Result.SignInFirst first -> {
                response.setStatus(HttpStatus.CONFLICT.value());
                yield page(links.look(platform.id(), token), token, account, model, response);
            }
            case AcceptInvitation.Result.Dead(InvitationLink.Dead dead) -> page(dead, token, account, model, response);
        };
    }

    /** The invited address has an account here, whose owner proves it with the password. */
    @PostMapping("/sign-in")
    @Nullable
    String signIn(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String password,
            @AuthenticationPrincipal @Nullable CurrentAccount account,
            Platform platform,
            Model model,
            HttpServletRequest request,
            HttpServletResponse response)
            throws IOException {
        InvitationLink link = links.look(platform.id(), token);
        if (!(link instanceof InvitationLink.Open open)) {
            return page(link, token, account, model, response);
        }
        String email = open.invitation().email();
        Duration wait = attempts.begin(platform, email, request);
        if (wait.isPositive()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
            response.sendError(HttpStatus.TOO_MANY_REQUESTS.value());
            return null;
        }
        Optional<Account> owner = signIn.attempt(platform.id(), email, password);
        if (owner.isEmpty()) {
            response.setStatus(HttpStatus.UNAUTHORIZED.value());
            model.addAttribute("problems", Map.of("password", "This is not the password of that account."));
            return page(link, token, account, model, response);
        }
        attempts.succeeded(platform, email, request);
        return "redirect:" + entry.establish(owner.get(), platform, "/invitations/" + token, request, response);
    }

    private AcceptInvitation.Result join(Platform platform, String token, @Nullable CurrentAccount account) {
        return acceptInvitation.join(
                platform.id(), token, Objects.requireNonNull(account).id());
    }

    private AcceptInvitation.Result create(Platform platform, String token, String name, String password) {
        try {
            return acceptInvitation.createAccount(platform.id(), token, name, password);
        } catch (DataIntegrityViolationException overtaken) {
            // Another invitation of the same person made the account in this very moment.
            return new AcceptInvitation.Result.SignInFirst();
        }
    }

    private static boolean isFor(InvitationLink link, CurrentAccount account) {
        return link instanceof InvitationLink.Open open
                && open.account().map(Account::id).filter(account.id()::equals).isPresent();
    }

    private static String page(
            InvitationLink link,
            String token,
            @Nullable CurrentAccount account,
            Model model,
            HttpServletResponse response) {
        // The link is a secret: no other site, cache or history of a proxy may learn it from here.
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        return switch (link) {
            case InvitationLink.Dead dead -> {
                response.setStatus(HttpStatus.NOT_FOUND.value());
                model.addAttribute("reason", dead.reason().text());
                dead.ask().ifPresent(name -> model.addAttribute("ask", name));
                yield "invitation/dead-invitation";
            }
            case InvitationLink.Open open -> {
                model.addAttribute("action", "/invitations/" + token);
                model.addAttribute("place", open.place());
                model.addAttribute("email", open.invitation().email());
                SpaceRole role = open.invitation().role();
                if (role != null) {
                    model.addAttribute("role", role.label());
                }
                open.inviter().ifPresent(name -> model.addAttribute("inviter", name));
                model.addAttribute("hasAccount", open.account().isPresent());
                model.addAttribute("joins", account != null && isFor(open, account));
                yield "invitation/invitation";
            }
        };
    }
}
