package io.rocketbots.onboarding.web.submission;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.csrf.CsrfFilter;

/** Puts the filter in its place. */
@Configuration
class SubmissionConfiguration {

    @Bean
    Customizer<HttpSecurity> secondPress(Submissions presses) {
        return http -> http.addFilterAfter(new ResubmissionFilter(presses), CsrfFilter.class);
    }
}
