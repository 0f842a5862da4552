package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.account.Account;
import io.rocketbots.onboarding.platform.Platform;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URI;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfAuthenticationStrategy;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.savedrequest.RequestCache;
import org.springframework.security.web.savedrequest.SavedRequest;
import org.springframework.stereotype.Component;

/** Lets somebody in who has proved who they are: by password, or by a link that set one. */
@Component
public class Entry {

    private final SessionAccount sessionAccount;
    private final RequestCache requestCache;
    private final CsrfAuthenticationStrategy newCsrfToken;

    Entry(SessionAccount sessionAccount, RequestCache requestCache, CsrfTokenRepository csrfTokens) {
        this.sessionAccount = sessionAccount;
        this.requestCache = requestCache;
        this.newCsrfToken = new CsrfAuthenticationStrategy(csrfTokens);
    }

    /**
     * Signs the account in on the request's platform, in a session with a new id.
     *
     * @return the path to go to: what was asked for before, when the account may open it, else its start page
     */
    public String letIn(Account account, Platform platform, HttpServletRequest request, HttpServletResponse response) {
        Optional<String> askedFor = askedFor(request, response);
        if (request.getSession(false) != null) {
            request.changeSessionId();
        }
        sessionAccount.put(account, platform, request);
        CurrentAccount current = CurrentAccount.of(account, platform);
        Authentication authentication = SessionAccount.authentication(current);
        newCsrfToken.onAuthentication(authentication, request, response);
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(authentication);
        SecurityContextHolder.setContext(context);
        return askedFor.filter(path -> isOpen(path, current)).orElse(current.startPage());
    }

    /** Goes on with the session after a change that ended all sessions of the account. */
    public void stay(Account account, Platform platform, HttpServletRequest request) {
        request.changeSessionId();
        sessionAccount.put(account, platform, request);
    }

    private static boolean isOpen(String pathAndQuery, CurrentAccount account) {
        return Addresses.of(pathAndQuery.split("\\?", 2)[0], account.platform())
                .filter(address -> address.isOpenTo(account.roles().all()))
                .isPresent();
    }

    private Optional<String> askedFor(HttpServletRequest request, HttpServletResponse response) {
        SavedRequest saved = requestCache.getRequest(request, response);
        if (saved == null) {
            return Optional.empty();
        }
        requestCache.removeRequest(request, response);
        URI address = URI.create(saved.getRedirectUrl());
        String query = address.getRawQuery();
        return Optional.of(address.getRawPath() + (query == null ? "" : "?" + query));
    }
}
