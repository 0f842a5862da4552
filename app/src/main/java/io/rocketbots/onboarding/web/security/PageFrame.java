package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.web.problem.Reference;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/**
 * Gives every page what its frame shows: {@code platform}, {@code currentAccount} (when somebody is
 * signed in), {@code _csrf} and {@code reference}; and every controller the platform as an argument.
 */
@ControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class PageFrame {

    @ModelAttribute
    void fill(Model model, HttpServletRequest request) {
        HostFilter.platformOf(request).ifPresent(platform -> model.addAttribute("platform", platform));
        current().ifPresent(account -> model.addAttribute("currentAccount", account));
        Reference.of(request).ifPresent(reference -> model.addAttribute("reference", reference));
        if (request.getAttribute(CsrfToken.class.getName()) instanceof CsrfToken token) {
            model.addAttribute("_csrf", token);
        }
    }

    private static Optional<CurrentAccount> current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof CurrentAccount account
                ? Optional.of(account)
                : Optional.empty();
    }

    /** Fills an argument of type {@link Platform}. */
    @Component
    static class PlatformArgument implements HandlerMethodArgumentResolver, WebMvcConfigurer {

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(this);
        }

        @Override
        public boolean supportsParameter(MethodParameter parameter) {
            return parameter.getParameterType() == Platform.class;
        }

        @Override
        public Object resolveArgument(
                MethodParameter parameter,
                @Nullable ModelAndViewContainer container,
                NativeWebRequest request,
                @Nullable WebDataBinderFactory binder) {
            HttpServletRequest servletRequest = request.getNativeRequest(HttpServletRequest.class);
            return Optional.ofNullable(servletRequest)
                    .flatMap(HostFilter::platformOf)
                    .orElseThrow(() -> new IllegalStateException("The request has no platform."));
        }
    }
}
