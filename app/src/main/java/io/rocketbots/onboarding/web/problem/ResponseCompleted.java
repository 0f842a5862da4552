package io.rocketbots.onboarding.web.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** Notes that the answer to a request is complete: what fails after that, such as saving the session, spoils it no more. */
@Component
class ResponseCompleted implements HandlerInterceptor, WebMvcConfigurer {

    private static final String ATTRIBUTE = ResponseCompleted.class.getName();

    static boolean is(HttpServletRequest request) {
        return request.getAttribute(ATTRIBUTE) != null;
    }

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(this);
    }

    @Override
    public void afterCompletion(
            HttpServletRequest request, HttpServletResponse response, Object handler, @Nullable Exception fault) {
        if (fault == null) {
            request.setAttribute(ATTRIBUTE, true);
        }
    }
}
