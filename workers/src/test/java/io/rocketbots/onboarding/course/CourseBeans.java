package io.rocketbots.onboarding.course;

import io.rocketbots.onboarding.outbox.ParkedMessages;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Adds all of this package, and what it needs of the outbox, to a test's context. */
@Configuration
@Import(ParkedMessages.class)
@ComponentScan
public class CourseBeans {}
