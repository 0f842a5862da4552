package io.rocketbots.onboarding.web.invitation;

import io.rocketbots.onboarding.customer.space.SpaceAccess;
import io.rocketbots.onboarding.customer.space.SpaceHistory;
import io.rocketbots.onboarding.customer.space.SpaceVisitor;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notes down, for every page below a Space, that somebody of the reseller is in it; its Owners can read that. */
@Component
class SpaceVisits implements HandlerInterceptor, WebMvcConfigurer {

    private final SpaceAccess access;
    private final SpaceHistory history;

    SpaceVisits(SpaceAccess access, SpaceHistory history) {
        this.access = access;
        this.history = history;
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        registry.addInterceptor(this).addPathPatterns("/spaces/**");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication != null
                && authentication.getPrincipal() instanceof CurrentAccount account
                && account.roles().has(Role.RESELLER)) {
            spaceOf(request)
                    .flatMap(space -> access.of(account.id(), account.platform().id(), space))
                    .filter(SpaceVisitor::reseller)
                    .ifPresent(history::enter);
        }
        return true;
    }

    /** As the handler gets it, however the address writes it. */
    private static Optional<SpaceId> spaceOf(HttpServletRequest request) {
        if (request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE) instanceof Map<?, ?> variables
                && variables.get("space") instanceof String space) {
            try {
                return Optional.of(new SpaceId(UUID.fromString(space)));
            } catch (IllegalArgumentException notAnId) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }
}
