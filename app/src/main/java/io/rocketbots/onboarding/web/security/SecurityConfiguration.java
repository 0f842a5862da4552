package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.configuration.RateLimitSettings;
import io.rocketbots.onboarding.integration.apikey.ApiKeys;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.bounds.RequestBounds;
import io.rocketbots.onboarding.web.bounds.SenderBoundsFilter;
import io.rocketbots.onboarding.web.cookie.HostCookies;
import io.rocketbots.onboarding.web.problem.ProblemWriter;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.Base64;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.authentication.AuthenticationManager;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.logout.HeaderWriterLogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.context.NullSecurityContextRepository;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfFilter;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter;
import org.springframework.security.web.header.writers.ClearSiteDataHeaderWriter.Directive;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.session.SessionIdGenerator;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.springframework.web.filter.UrlHandlerFilter;

/** What every request passes: headers, CSRF, who is signed in, what exists and who may open it. */
@Configuration
class SecurityConfiguration {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none';"
            + " base-uri 'none'; form-action 'self'; frame-ancestors 'self'";

    private final HostCookies names;
    private final RequestedPage requestedPage;

    SecurityConfiguration(HostCookies names, RequestedPage requestedPage) {
        this.names = names;
        this.requestedPage = requestedPage;
    }

    /** Programs bring a key with every call: no session, no cookie, and so no CSRF. */
    @Bean
    @Order(1)
    SecurityFilterChain apiSecurity(
            HttpSecurity http,
            ApiKeys keys,
            Resellers resellers,
            RateLimits rateLimits,
            RateLimitSettings rateLimitSettings,
            ProblemWriter problems,
            ClosedPlatform closedPlatform) {
        return http.securityMatcher("/api/v1/**")
                .securityContext(context -> context.securityContextRepository(new NullSecurityContextRepository()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.disable())
                .logout(logout -> logout.disable())
                .addFilterBefore(new EncryptedCallsFilter(names.areSecure(), problems), AuthorizationFilter.class)
                .addFilterBefore(new ClosedPlatformFilter(closedPlatform), AuthorizationFilter.class)
                .addFilterBefore(
                        new ApiKeyFilter(keys, resellers, rateLimits, rateLimitSettings, problems),
                        AuthorizationFilter.class)
                .authorizeHttpRequests(requests -> requests.anyRequest().authenticated())
                .headers(SecurityConfiguration::secureHeaders)
                .build();
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http,
            SessionAccount sessionAccount,
            CsrfTokenRepository csrfTokens,
            RateLimits rateLimits,
            RateLimitSettings rateLimitSettings,
            KnownDevices devices,
            RequestBounds bounds,
            ClosedPlatform closedPlatform,
            Reauthentication reauthentication) {
        return http.securityContext(context -> context.securityContextRepository(sessionAccount))
                .requestCache(cache -> cache.disable())
                .csrf(csrf -> csrf.csrfTokenRepository(csrfTokens))
                .authorizeHttpRequests(
                        requests -> requests.dispatcherTypeMatchers(DispatcherType.ERROR, DispatcherType.FORWARD)
                                .permitAll()
                                .anyRequest()
                                .access(new AddressAuthorization()))
                .addFilterBefore(new ClosedPlatformFilter(closedPlatform), CsrfFilter.class)
                .addFilterBefore(new RateLimitFilter(rateLimits, rateLimitSettings, devices), CsrfFilter.class)
                .addFilterBefore(new SenderBoundsFilter(bounds), CsrfFilter.class)
                .addFilterBefore(withoutSlashAtTheEnd(), AuthorizationFilter.class)
                .addFilterBefore(new AddressFilter(), AuthorizationFilter.class)
                .addFilterAfter(new ReauthenticationFilter(reauthentication), AuthorizationFilter.class)
                .exceptionHandling(refusals -> refusals.authenticationEntryPoint(
                                (request, response, nobody) -> askToSignIn(request, response))
                        .accessDeniedHandler(SecurityConfiguration::refuse))
                .logout(logout -> logout.logoutUrl("/sign-out")
                        .addLogoutHandler(withoutTraces())
                        .logoutSuccessUrl("/sign-in"))
                .headers(SecurityConfiguration::secureHeaders)
                .build();
    }

    private static void secureHeaders(HeadersConfigurer<HttpSecurity> headers) {
        headers.contentSecurityPolicy(csp -> csp.policyDirectives(CONTENT_SECURITY_POLICY))
                .frameOptions(frames -> frames.sameOrigin())
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                // Said with every answer, also with those that do not come from here: see StrictTransport.
                .httpStrictTransportSecurity(hsts -> hsts.disable());
    }

    /**
     * Whoever uses the browser next finds no page of the one before in it. Cookies stay: the header would take them from the
     * whole domain, on which others may have sites of their own.
     */
    private static LogoutHandler withoutTraces() {
        return new HeaderWriterLogoutHandler(new ClearSiteDataHeaderWriter(Directive.CACHE, Directive.STORAGE));
    }

    /** People and mail programs add a slash to an address; behind the firewall, which refuses what leads elsewhere. */
    private static Filter withoutSlashAtTheEnd() {
        return UrlHandlerFilter.trailingSlashHandler("/**")
                .redirect(HttpStatus.PERMANENT_REDIRECT)
                .build();
    }

    /** Passwords are compared by the sign-in page's own use case, never by a filter. */
    @Bean
    AuthenticationManager authenticationManager() {
        return authentication -> {
            throw new AuthenticationServiceException("Sign-in happens on its page only.");
        };
    }

    @Bean
    CsrfTokenRepository csrfTokenRepository() {
        CookieCsrfTokenRepository cookies = new CookieCsrfTokenRepository();
        cookies.setCookieName(names.name("csrf"));
        cookies.setCookieCustomizer(cookie ->
                cookie.secure(names.areSecure()).httpOnly(true).path("/").sameSite("Lax"));
        return cookies;
    }

    @Bean
    CookieSerializer cookieSerializer() {
        DefaultCookieSerializer cookies = new DefaultCookieSerializer();
        cookies.setCookieName(names.name("session"));
        cookies.setUseSecureCookie(names.areSecure());
        cookies.setCookiePath("/");
        cookies.setSameSite("Lax");
        return cookies;
    }

    /** 256 random bits; the usual UUID has 122. */
    @Bean
    SessionIdGenerator sessionIdGenerator(SecureRandom random) {
        return () -> {
            byte[] bytes = new byte[32];
            random.nextBytes(bytes);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        };
    }

    /** The error page says why, since a form that was open for too long is not somebody else's page. */
    private static void refuse(HttpServletRequest request, HttpServletResponse response, AccessDeniedException why)
            throws IOException {
        request.setAttribute(WebAttributes.ACCESS_DENIED_403, why);
        response.sendError(HttpServletResponse.SC_FORBIDDEN);
    }

    private void askToSignIn(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (request.getRequestURI().equals("/api/openapi.json")) {
            response.sendError(HttpServletResponse.SC_UNAUTHORIZED);
        } else if (request.getHeader("HX-Request") != null) {
            response.setHeader("HX-Redirect", "/sign-in");
            response.setStatus(HttpServletResponse.SC_UNAUTHORIZED);
        } else {
            requestedPage.remember(request, response);
            response.sendRedirect("/sign-in");
        }
    }
}
