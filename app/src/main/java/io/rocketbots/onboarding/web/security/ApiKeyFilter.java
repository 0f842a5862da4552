package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.configuration.RateLimitSettings;
import io.rocketbots.onboarding.integration.apikey.ApiKey;
import io.rocketbots.onboarding.integration.apikey.ApiKeys;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.bounds.Network;
import io.rocketbots.onboarding.web.problem.ApiProblem;
import io.rocketbots.onboarding.web.problem.ProblemType;
import io.rocketbots.onboarding.web.problem.ProblemWriter;
import io.rocketbots.onboarding.web.security.RateLimits.Limited;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets programs in by the key they send (RFC 6750), on Rocketbots and on the reseller's own domain, each only so often.
 * A network that sends wrong keys is slowed down too.
 */
class ApiKeyFilter extends OncePerRequestFilter {

    private static final String SCHEME = "Bearer ";

    /** More than a scheme and a key of ours. */
    private static final int LONGEST = 200;

    private final ApiKeys keys;
    private final Resellers resellers;
    private final RateLimits limits;
    private final RateLimitSettings settings;
    private final ProblemWriter problems;

    ApiKeyFilter(
            ApiKeys keys, Resellers resellers, RateLimits limits, RateLimitSettings settings, ProblemWriter problems) {
        this.keys = keys;
        this.resellers = resellers;
        this.limits = limits;
        this.settings = settings;
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            ApiCaller caller = callerOf(request);
            SecurityContext context = SecurityContextHolder.createEmptyContext();
            context.setAuthentication(UsernamePasswordAuthenticationToken.authenticated(caller, null, List.of()));
            SecurityContextHolder.setContext(context);
        } catch (ApiProblem refusal) {
            if (refusal.problem().status() == ProblemType.KEY_NEEDED.status()) {
                response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer realm=\"api\"");
            }
            problems.write(refusal, response);
            return;
        }
        chain.doFilter(request, response);
    }

    private ApiCaller callerOf(HttpServletRequest request) {
        String authorization = request.getHeader(HttpHeaders.AUTHORIZATION);
        Optional<Platform> platform = HostFilter.platformOf(request);
        if (authorization == null
                || authorization.length() > LONGEST
                || platform.isEmpty()
                || !authorization.regionMatches(true, 0, SCHEME, 0, SCHEME.length())) {
            throw ApiProblem.of(ProblemType.KEY_NEEDED);
        }
        String strangers = RateLimits.key("wrong keys", Network.of(request));
        wait(Limited.WRONG_KEY, limits.waitFor(strangers, settings.signInFailures()));
        Optional<ApiCaller> caller =
                keys.use(authorization.substring(SCHEME.length()).strip()).flatMap(key -> caller(key, platform.get()));
        if (caller.isEmpty()) {
            limits.take(strangers, settings.signInFailures());
            throw ApiProblem.of(ProblemType.KEY_NEEDED);
        }
        wait(
                Limited.API_CALL,
                limits.take(RateLimits.key("key", caller.get().key().id().toString()), settings.api()));
        refuseSuspended(caller.get().reseller());
        return caller.get();
    }

    private Optional<ApiCaller> caller(ApiKey key, Platform platform) {
        return resellers
                .findById(key.reseller())
                .filter(Reseller::isPresent)
                .filter(reseller ->
                        platform.reseller().map(reseller.id()::equals).orElse(true))
                .map(reseller -> new ApiCaller(key, reseller, platform));
    }

    private void wait(Limited what, Duration wait) {
        if (wait.isPositive()) {
            limits.countRefusal(what);
            throw ApiProblem.retryAfter(ProblemType.TOO_MANY_CALLS, wait);
        }
    }

    private static void refuseSuspended(Reseller reseller) {
        if (reseller.state().isClosedForNow()) {
            throw ApiProblem.of(ProblemType.ACCOUNT_SUSPENDED);
        }
    }
}
