package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.tenancy.account.SecondFactors;
import io.rocketbots.onboarding.web.security.Reauthentication.Refusal;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Method;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.method.HandlerMethod;

/** Asks somebody who is signed in for the password again, and carries what they posted until they give it. */
@Component
class ReauthenticationPage {

    private static final String ASKED = ReauthenticationPage.class.getName() + ".ASKED";

    private static final Method ASK = Arrays.stream(ReauthenticationPage.class.getDeclaredMethods())
            .filter(method -> method.getName().equals("ask"))
            .findFirst()
            .orElseThrow();

    private final SecondFactors factors;

    ReauthenticationPage(SecondFactors factors) {
        this.factors = factors;
    }

    private record Asked(String to, String back) {}

    /** A field of the form that was sent. */
    public record Field(String name, String value) {}

    /** Handles that request in the place of what needs the password. */
    HandlerMethod inPlaceOf(RequiresReauthentication needed, String back, HttpServletRequest request) {
        request.setAttribute(ASKED, new Asked(needed.to(), back));
        return new HandlerMethod(this, ASK);
    }

    String ask(
            @AuthenticationPrincipal CurrentAccount account,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        Asked asked = (Asked) request.getAttribute(ASKED);
        Optional<Refusal> refusal = ReauthenticationFilter.refusalOf(request);
        Duration wait = refusal.map(Refusal::retryAfter).orElse(Duration.ZERO);
        if (wait.isPositive()) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait.toSeconds() + 1));
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
        } else {
            response.setStatus(refusal.isPresent() ? HttpStatus.UNAUTHORIZED.value() : HttpStatus.FORBIDDEN.value());
        }
        refusal.ifPresent(why -> model.addAttribute("refusal", why));
        model.addAttribute("to", asked.to());
        model.addAttribute("back", asked.back());
        model.addAttribute("action", request.getRequestURI());
        model.addAttribute("fields", fieldsOf(request));
        model.addAttribute("withCode", factors.isSetUp(account.id()));
        return "account/confirm";
    }

    /** All but what this page has itself. */
    private static List<Field> fieldsOf(HttpServletRequest request) {
        Set<String> own = Set.of(Reauthentication.PASSWORD, Reauthentication.CODE, csrfField(request));
        return request.getParameterMap().entrySet().stream()
                .filter(entry -> !own.contains(entry.getKey()))
                .flatMap(entry -> Arrays.stream(entry.getValue()).map(value -> new Field(entry.getKey(), value)))
                .toList();
    }

    private static String csrfField(HttpServletRequest request) {
        return request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token
                ? token.getParameterName()
                : "_csrf";
    }
}
