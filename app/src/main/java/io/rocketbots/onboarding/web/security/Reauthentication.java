package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.tenancy.account.CheckSecondFactor;
import io.rocketbots.onboarding.tenancy.account.ConfirmIdentity;
import io.rocketbots.onboarding.tenancy.account.ConfirmIdentity.Result;
import io.rocketbots.onboarding.tenancy.account.SignInTerms;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.security.authorization.AllRequiredFactorsAuthorizationManager;
import org.springframework.security.authorization.RequiredFactor;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Whether somebody proved not long ago that it is they who use the session; and doing it once more. */
@Component
class Reauthentication {

    /** Fields of the page that asks. */
    static final String PASSWORD = "confirmPassword";

    static final String CODE = "confirmCode";

    private final ConfirmIdentity confirmIdentity;
    private final SignInAttempts attempts;
    private final SessionAccount sessionAccount;
    private final Clock clock;
    private final AllRequiredFactorsAuthorizationManager<Object> recent;

    Reauthentication(
            ConfirmIdentity confirmIdentity,
            SignInAttempts attempts,
            SessionAccount sessionAccount,
            SignInTerms terms,
            Clock clock) {
        this.confirmIdentity = confirmIdentity;
        this.attempts = attempts;
        this.sessionAccount = sessionAccount;
        this.clock = clock;
        this.recent = AllRequiredFactorsAuthorizationManager.builder()
                .requireFactor(RequiredFactor.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                        .validDuration(terms.reauthenticateAfter())
                        .build())
                .build();
        recent.setClock(clock);
    }

    /**
     * Why a try does not count.
     *
     * @param field that is not right; empty when nothing was looked at
     * @param retryAfter how long until the next try
     */
    public record Refusal(String field, String problem, Duration retryAfter) {}

    /** What an authentication carries of the last proof, which took everything that signing in takes. */
    static GrantedAuthority provedAt(Instant moment) {
        return FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                .issuedAt(moment)
                .build();
    }

    boolean isRecent() {
        return recent.authorize(() -> SecurityContextHolder.getContext().getAuthentication(), this)
                .isGranted();
    }

    /** Takes the password, and the code of the second factor, that were sent; empty when they are right. */
    Optional<Refusal> attempt(CurrentAccount account, HttpServletRequest request) {
        Duration wait = attempts.beginAgain(account.id());
        if (wait.isPositive()) {
            return Optional.of(tooOften(wait));
        }
        Result result = confirmIdentity.confirm(
                account.id(), account.platform().id(), sent(request, PASSWORD), sent(request, CODE));
        return switch (result) {
            case Result.Confirmed confirmed -> {
                attempts.succeededAgain(account.id());
                confirm(account, request);
                yield Optional.empty();
            }
            case Result.WrongPassword wrong ->
                Optional.of(new Refusal(PASSWORD, "This is not your password.", Duration.ZERO));
            case Result.CodeRefused(CheckSecondFactor.Result why) -> {
                // The password was right, and codes are counted by themselves.
                attempts.succeededAgain(account.id());
                yield Optional.of(
                        why instanceof CheckSecondFactor.Result.TooSoon(Duration until)
                                ? tooOften(until)
                                : new Refusal(CODE, CodeProblem.of(why), Duration.ZERO));
            }
        };
    }

    private void confirm(CurrentAccount account, HttpServletRequest request) {
        Instant now = clock.instant();
        sessionAccount.change(request, signedIn -> signedIn.confirmed(now));
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(SessionAccount.authentication(account, now));
        SecurityContextHolder.setContext(context);
    }

    private static Refusal tooOften(Duration wait) {
        return new Refusal("", CodeProblem.tooOften(wait), wait);
    }

    private static String sent(HttpServletRequest request, String field) {
        return Optional.ofNullable(request.getParameter(field)).orElse("");
    }
}
