package io.rocketbots.onboarding.monitoring;

import io.micrometer.observation.ObservationFilter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What is not told about requests. */
@Configuration
class TraceConfiguration {

    /** The address of a page may hold the token of a link; the pattern that it fits says enough. */
    @Bean
    ObservationFilter withoutAddressesOfPages() {
        return context -> context.removeHighCardinalityKeyValue("http.url");
    }
}
