package io.rocketbots.onboarding.journey;

import io.rocketbots.onboarding.OnboardingApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a test against a second whole application beside that of {@link WholeApplication}, with PostgreSQL in place of H2 and
 * with links to Operate and Tasklist, as production has them, and with {@link EveryStepTwice}. It is ended after the class;
 * tests that need it belong into the class that has it.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(
        classes = {OnboardingApplication.class, EveryStepTwice.class},
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            // Time enough to decide in Tasklist what was just decided in the console.
            "onboarding.review.undo=10s",
            "onboarding.links.operate=http://localhost:1/operate",
            "onboarding.links.tasklist=http://localhost:1/tasklist"
        })
@ActiveProfiles("local")
@DirtiesContext
@ContextConfiguration(initializers = {OnPostgres.class, OwnPortsAndData.class})
public @interface WholeApplicationOnPostgres {}
