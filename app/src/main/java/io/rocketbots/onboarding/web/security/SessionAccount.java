package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.account.Account;
import io.rocketbots.onboarding.account.AccountId;
import io.rocketbots.onboarding.account.Accounts;
import io.rocketbots.onboarding.account.SignIn;
import io.rocketbots.onboarding.platform.Platform;
import io.rocketbots.onboarding.platform.PlatformId;
import io.rocketbots.onboarding.platform.PlatformSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps in the session who signed in, on which platform and in which generation of the account's and the platform's
 * sessions, and nothing else: the account is read for every request, so that what was taken from it is gone at once. A session on another
 * platform than its own counts for nothing.
 */
@Component
class SessionAccount implements SecurityContextRepository {

    /** A plain text, so that a newer release can read it. */
    private static final String ATTRIBUTE = "signed-in";

    private record SignedIn(AccountId account, PlatformId platform, int generation, int platformGeneration) {

        String text() {
            return account.value() + " " + platform.value() + " " + generation + " " + platformGeneration;
        }

        static SignedIn of(String text) {
            String[] parts = text.split(" ", -1);
            return new SignedIn(
                    new AccountId(UUID.fromString(parts[0])),
                    new PlatformId(UUID.fromString(parts[1])),
                    Integer.parseInt(parts[2]),
                    Integer.parseInt(parts[3]));
        }
    }

    private final Accounts accounts;
    private final SignIn signIn;
    private final PlatformSessions platformSessions;

    SessionAccount(Accounts accounts, SignIn signIn, PlatformSessions platformSessions) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.platformSessions = platformSessions;
    }

    /** From now on the session is that account's, on the platform of the request. */
    void put(Account account, Platform platform, HttpServletRequest request) {
        HttpSession session = request.getSession();
        SignedIn signedIn = new SignedIn(
                account.id(), platform.id(), account.sessionGeneration(), platformSessions.generation(platform.id()));
        session.setAttribute(ATTRIBUTE, signedIn.text());
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                account.id().value().toString());
    }

    static Authentication authentication(CurrentAccount account) {
        List<SimpleGrantedAuthority> authorities = account.roles().all().stream()
                .map(role -> new SimpleGrantedAuthority("ROLE_" + role))
                .toList();
        return UsernamePasswordAuthenticationToken.authenticated(account, null, authorities);
    }

    @Override
    @SuppressWarnings(
            "deprecation") // The one method that must be there; it is called when somebody asks who is signed in.
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        load(holder.getRequest()).ifPresent(context::setAuthentication);
        return context;
    }

    /** Signing in and out change the session themselves; nothing else is kept. */
    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {}

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return load(request).isPresent();
    }

    private Optional<Authentication> load(HttpServletRequest request) {
        Optional<Platform> platform = HostFilter.platformOf(request);
        HttpSession session = request.getSession(false);
        @Nullable Object kept = session == null ? null : session.getAttribute(ATTRIBUTE);
        if (platform.isEmpty() || !(kept instanceof String text)) {
            return Optional.empty();
        }
        SignedIn signedIn = SignedIn.of(text);
        if (!signedIn.platform().equals(platform.get().id())
                || signedIn.platformGeneration() != platformSessions.generation(signedIn.platform())) {
            return Optional.empty();
        }
        return accounts.findById(signedIn.account())
                .filter(Account::isActive)
                .filter(account -> account.sessionGeneration() == signedIn.generation())
                .filter(account -> signIn.belongsTo(account, signedIn.platform()))
                .map(account -> authentication(CurrentAccount.of(account, platform.get())));
    }
}
