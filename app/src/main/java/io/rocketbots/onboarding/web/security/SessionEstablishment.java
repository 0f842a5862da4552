package io.rocketbots.onboarding.web.security;

import com.google.common.base.Splitter;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.SignInSteps;
import io.rocketbots.onboarding.tenancy.account.SignInSteps.Step;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.stereotype.Component;

/**
 * Lets somebody in who has proved who they are: by password, or by a link that set one, and by a code where the account
 * has a second factor. Between the two nobody is signed in: the session only remembers who is about to be.
 */
@Component
public class SessionEstablishment {

    private final SessionAccount sessionAccount;
    private final SignInSteps steps;
    private final Accounts accounts;
    private final RequestedPage requestedPage;
    private final KnownDevices devices;
    private final RateLimits limits;
    private final CsrfAuthenticationStrategy newCsrfToken;
    private final Clock clock;

    SessionEstablishment(
            SessionAccount sessionAccount,
            SignInSteps steps,
            Accounts accounts,
            RequestedPage requestedPage,
            KnownDevices devices,
            RateLimits limits,
            CsrfTokenRepository csrfTokens,
            Clock clock) {
        this.sessionAccount = sessionAccount;
        this.steps = steps;
        this.accounts = accounts;
        this.requestedPage = requestedPage;
        this.devices = devices;
        this.limits = limits;
        this.newCsrfToken = new CsrfAuthenticationStrategy(csrfTokens);
        this.clock = clock;
    }

    /**
     * The first step is done. When it is the only one, the account is signed in on the request's platform, in a session
     * with a new id.
     *
     * @return the path to go to: the page of the next step; or what was asked for before, when the account may open it,
     *     else its start page
     */
    public String establish(
            Account account, Platform platform, HttpServletRequest request, HttpServletResponse response) {
        return establish(account, platform, null, request, response);
    }

    /** The same, with a path of our own to go to in the end. */
    public String establish(
            Account account,
            Platform platform,
            @Nullable String goal,
            HttpServletRequest request,
            HttpServletResponse response) {
        RateLimitFilter.doNotCount(limits, request);
        Step next = steps.after(account);
        if (next == Step.NONE) {
            return enter(account, platform, false, goal, request, response);
        }
        newId(request);
        sessionAccount.clear(request);
        PendingSignIn.of(account, platform, clock.instant(), goal).keepIn(request.getSession());
        return next == Step.CODE ? "/sign-in/code" : "/sign-in/second-factor";
    }

    /** Who is about to be signed in in the session, if that step is what comes next for them. */
    public Optional<Account> whoIsAt(Step step, Platform platform, HttpServletRequest request) {
        return PendingSignIn.in(request.getSession(false))
                .filter(half -> half.countsOn(platform, clock.instant()))
                .flatMap(half -> accounts.findById(half.account()).filter(half::stillIs))
                .filter(account -> steps.after(account) == step);
    }

    /** The second step is done, too; the same answer as from the first. */
    public String establishWithSecondFactor(
            Account account, Platform platform, HttpServletRequest request, HttpServletResponse response) {
        String goal = PendingSignIn.in(request.getSession(false))
                .map(PendingSignIn::goal)
                .orElse(null);
        return enter(account, platform, true, goal, request, response);
    }

    /** Goes on with the session after a change that ended all sessions of the account. */
    public void stay(Account account, HttpServletRequest request) {
        request.changeSessionId();
        sessionAccount.change(request, signedIn -> signedIn.outliving(account));
    }

    /** Whoever is signed in has a second factor from now on, and this session has passed it. */
    public void passSecondFactor(HttpServletRequest request) {
        sessionAccount.change(request, SignedIn::withSecondFactor);
    }

    private String enter(
            Account account,
            Platform platform,
            boolean withCode,
            @Nullable String goal,
            HttpServletRequest request,
            HttpServletResponse response) {
        Optional<String> page = requestedPage.take(request, response);
        recognize(account, platform, request, response);
        newId(request);
        PendingSignIn.forget(request.getSession());
        SignedIn signedIn = sessionAccount.put(account, platform, withCode, request);
        OwnSessions.describe(request);
        CurrentAccount current = CurrentAccount.of(account, platform);
        Authentication authentication = SessionAccount.authentication(current, signedIn.confirmedAt());
        newCsrfToken.onAuthentication(authentication, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        steps.signedIn(account, platform.id());
        return Optional.ofNullable(goal)
                .or(() -> page.filter(path -> isOpen(path, current)))
                .orElse(current.startPage());
    }

    /** Takes the device for one of the account's owner, who has proved here who they are. */
    public void recognize(
            Account account, Platform platform, HttpServletRequest request, HttpServletResponse response) {
        RateLimitFilter.doNotCount(limits, request);
        devices.remember(platform, account, response);
    }

    /** Whoever knew the id before knows nothing now. */
    private static void newId(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            request.changeSessionId();
        }
    }

    private static boolean isOpen(String pathAndQuery, CurrentAccount account) {
        return AccessRules.of(Splitter.on('?').split(pathAndQuery).iterator().next(), account.platform())
                .filter(address ->
                        !address.isPublic() && address.isOpenTo(account.roles().all()))
                .isPresent();
    }
}
