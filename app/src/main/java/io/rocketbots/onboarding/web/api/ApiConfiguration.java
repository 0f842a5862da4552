package io.rocketbots.onboarding.web.api;

import org.springframework.context.annotation.Configuration;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;

/** What every call passes before it reaches its controller. */
@Configuration
class ApiConfiguration implements WebMvcConfigurer {

    static final String PATH = "/api/v1";

    @Override
    public void addInterceptors(InterceptorRegistry interceptors) {
        interceptors.addInterceptor(new ScopeCheck()).addPathPatterns(PATH + "/**");
    }
}
