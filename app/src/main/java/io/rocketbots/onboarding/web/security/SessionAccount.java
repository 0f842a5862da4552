package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.SignIn;
import io.rocketbots.onboarding.tenancy.account.SignInSteps;
import io.rocketbots.onboarding.tenancy.account.SignInTerms;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.platform.PlatformSessions;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;
import org.springframework.stereotype.Component;

/**
 * Keeps in the session who signed in, on which platform, when, and in which generation of the account's and the
 * platform's sessions, and nothing else of theirs: the account is read for every request, so that what was taken from it
 * is gone at once. A session on another platform than its own counts for nothing, nor does one that is too old, or one of
 * the team without a second factor where the team must have one.
 */
@Component
class SessionAccount implements SecurityContextRepository {

    private static final String SIGNED_IN = "signed-in";

    private final Accounts accounts;
    private final SignIn signIn;
    private final SignInSteps steps;
    private final PlatformSessions platformSessions;
    private final SignInTerms terms;
    private final Clock clock;

    SessionAccount(
            Accounts accounts,
            SignIn signIn,
            SignInSteps steps,
            PlatformSessions platformSessions,
            SignInTerms terms,
            Clock clock) {
        this.accounts = accounts;
        this.signIn = signIn;
        this.steps = steps;
        this.platformSessions = platformSessions;
        this.terms = terms;
        this.clock = clock;
    }

    /** From now on the session is that account's, on the platform of the request. */
    SignedIn put(Account account, Platform platform, boolean withCode, HttpServletRequest request) {
        Instant now = clock.instant();
        SignedIn signedIn = new SignedIn(
                account.id(),
                platform.id(),
                account.sessionGeneration(),
                platformSessions.generation(platform.id()),
                now,
                now,
                withCode);
        HttpSession session = request.getSession();
        session.setAttribute(SIGNED_IN, signedIn.text());
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                account.id().value().toString());
        return signedIn;
    }

    /** The same session, with something about it changed; nothing when nobody is signed in any more. */
    void change(HttpServletRequest request, UnaryOperator<SignedIn> change) {
        HttpSession session = request.getSession(false);
        if (session != null) {
            read(session.getAttribute(SIGNED_IN))
                    .ifPresent(present -> session.setAttribute(
                            SIGNED_IN, change.apply(present).text()));
        }
    }

    /** Nobody is signed in. */
    void clear(HttpServletRequest request) {
        HttpSession session = request.getSession();
        session.removeAttribute(SIGNED_IN);
        session.removeAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME);
    }

    /** Who is signed in in a session of that account; empty when it counts no longer. */
    Optional<SignedIn> in(Session session, Account account) {
        return read(session.getAttribute(SIGNED_IN))
                .filter(signedIn -> signedIn.account().equals(account.id()))
                .filter(signedIn -> counts(signedIn, account));
    }

    static Authentication authentication(CurrentAccount account, Instant confirmedAt) {
        Stream<GrantedAuthority> roles =
                account.roles().all().stream().map(role -> new SimpleGrantedAuthority("ROLE_" + role));
        return UsernamePasswordAuthenticationToken.authenticated(
                account,
                null,
                Stream.concat(roles, Stream.of(Reauthentication.provedAt(confirmedAt)))
                        .toList());
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
        if (platform.isEmpty() || session == null) {
            return Optional.empty();
        }
        return read(session.getAttribute(SIGNED_IN))
                .filter(signedIn -> signedIn.platform().equals(platform.get().id()))
                .flatMap(signedIn -> accounts.findById(signedIn.account())
                        .filter(account -> counts(signedIn, account))
                        .map(account ->
                                authentication(CurrentAccount.of(account, platform.get()), signedIn.confirmedAt())));
    }

    private static Optional<SignedIn> read(@Nullable Object kept) {
        return kept instanceof String text ? SignedIn.of(text) : Optional.empty();
    }

    private boolean counts(SignedIn signedIn, Account account) {
        return clock.instant().isBefore(signedIn.at().plus(terms.sessionLifetime()))
                && account.isActive()
                && account.sessionGeneration() == signedIn.generation()
                && (signedIn.withCode() || !steps.mustHaveSecondFactor(account))
                && signedIn.platformGeneration() == platformSessions.generation(signedIn.platform())
                && signIn.belongsTo(account, signedIn.platform());
    }
}
