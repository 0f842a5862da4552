package io.rocketbots.onboarding.web.api;

import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.web.problem.ApiProblem;
import io.rocketbots.onboarding.web.problem.ProblemType;
import io.rocketbots.onboarding.web.security.ApiCaller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import org.springframework.http.HttpMethod;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/** Refuses calls that the key may not make; a call that does not say what it needs is refused to everybody. */
final class ScopeCheck implements HandlerInterceptor {

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        // Which methods there are is no secret, and no method of ours answers it.
        boolean asksForMethods = HttpMethod.OPTIONS.matches(request.getMethod());
        if (!asksForMethods && handler instanceof HandlerMethod call) {
            Needs needs = call.getMethodAnnotation(Needs.class);
            if (needs == null) {
                throw ApiProblem.of(ProblemType.NOT_ALLOWED);
            }
            Arrays.stream(needs.value()).forEach(ScopeCheck::check);
        }
        return true;
    }

    private static void check(ApiScope scope) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null || !(authentication.getPrincipal() instanceof ApiCaller caller)) {
            throw ApiProblem.of(ProblemType.NOT_ALLOWED);
        }
        require(caller, scope);
    }

    /** Refuses a call that does more than usual, because of what its body asks for. */
    static void require(ApiCaller caller, ApiScope scope) {
        if (!caller.key().may(scope)) {
            throw ApiProblem.of(ProblemType.NOT_ALLOWED, "This call needs a key with the scope " + scope.id() + ".");
        }
    }
}
