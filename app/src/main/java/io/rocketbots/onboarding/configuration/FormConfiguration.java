package io.rocketbots.onboarding.configuration;

import io.rocketbots.onboarding.form.FormRenderer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one renderer of forms. */
@Configuration
class FormConfiguration {

    @Bean
    FormRenderer formRenderer() {
        return new FormRenderer();
    }
}
