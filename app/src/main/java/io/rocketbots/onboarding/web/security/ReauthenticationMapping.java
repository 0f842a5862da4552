package io.rocketbots.onboarding.web.security;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.webmvc.autoconfigure.WebMvcRegistrations;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Puts the page that asks for the password in the place of a handler that {@link RequiresReauthentication}, when it was
 * given too long ago. In the mapping and not in an interceptor, so that the page is dressed as every other.
 */
@Component
class ReauthenticationMapping implements WebMvcRegistrations {

    private final ObjectProvider<Reauthentication> reauthentication;
    private final ObjectProvider<ReauthenticationPage> page;

    ReauthenticationMapping(
            ObjectProvider<Reauthentication> reauthentication, ObjectProvider<ReauthenticationPage> page) {
        this.reauthentication = reauthentication;
        this.page = page;
    }

    @Override
    public RequestMappingHandlerMapping getRequestMappingHandlerMapping() {
        return new RequestMappingHandlerMapping() {
            @Override
            protected @Nullable HandlerMethod getHandlerInternal(HttpServletRequest request) throws Exception {
                HandlerMethod handler = super.getHandlerInternal(request);
                RequiresReauthentication needed =
                        handler == null ? null : handler.getMethodAnnotation(RequiresReauthentication.class);
                return needed == null || reauthentication.getObject().isRecent()
                        ? handler
                        : page.getObject().inPlaceOf(needed, back(needed, request), request);
            }
        };
    }

    @SuppressWarnings("unchecked")
    private static String back(RequiresReauthentication needed, HttpServletRequest request) {
        Object variables = request.getAttribute(HandlerMapping.URI_TEMPLATE_VARIABLES_ATTRIBUTE);
        return UriComponentsBuilder.fromUriString(needed.back())
                .buildAndExpand(variables instanceof Map<?, ?> filled ? (Map<String, ?>) filled : Map.of())
                .encode()
                .toUriString();
    }
}
