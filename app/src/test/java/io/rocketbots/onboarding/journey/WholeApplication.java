package io.rocketbots.onboarding.journey;

import io.rocketbots.onboarding.OnboardingApplication;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.ContextConfiguration;

/**
 * Runs a test against the whole application in local mode, on free ports and with data of its own.
 *
 * <p>All such tests share one application with its engine: add nothing beside this annotation that makes Spring build
 * another context (no mock beans, no properties), and let each test use companies, addresses and domains of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(classes = OnboardingApplication.class, webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT)
@AutoConfigureMockMvc
@ActiveProfiles("local")
@ContextConfiguration(initializers = OwnPortsAndData.class)
public @interface WholeApplication {}
