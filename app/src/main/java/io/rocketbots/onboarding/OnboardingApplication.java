package io.rocketbots.onboarding;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.data.jdbc.repository.config.EnableJdbcRepositories;

/** Starts everything: pages, job workers and, in local mode, the engine. */
@SpringBootApplication
@EnableJdbcRepositories
public class OnboardingApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(OnboardingApplication.class, arguments);
    }
}
