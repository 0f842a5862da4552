package io.rocketbots.onboarding.web.security;

import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.web.security.AccessRules.Address;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authorization.AuthorizationDecision;
import org.springframework.security.authorization.AuthorizationManager;
import org.springframework.security.authorization.AuthorizationResult;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.access.intercept.RequestAuthorizationContext;

/** Opens an address to those whom the table of addresses names. */
class AddressAuthorization implements AuthorizationManager<RequestAuthorizationContext> {

    @Override
    public AuthorizationResult authorize(
            Supplier<? extends @Nullable Authentication> who, RequestAuthorizationContext context) {
        HttpServletRequest request = context.getRequest();
        Optional<Platform> platform = HostFilter.platformOf(request);
        if (platform.isEmpty()) {
            return new AuthorizationDecision(HostFilter.isInternal(request));
        }
        Optional<Address> address = AccessRules.of(request.getRequestURI(), platform.get());
        boolean open = address.isPresent()
                && (address.get().isPublic() || address.get().isOpenTo(rolesOf(who.get())));
        return new AuthorizationDecision(open);
    }

    private static Set<Role> rolesOf(@Nullable Authentication authentication) {
        return authentication != null && authentication.getPrincipal() instanceof CurrentAccount account
                ? account.roles().all()
                : Set.of();
    }
}
