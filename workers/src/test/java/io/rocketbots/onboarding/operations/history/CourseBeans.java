package io.rocketbots.onboarding.operations.history;

import io.rocketbots.onboarding.kernel.outbox.ParkedMessages;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Adds all of this package, and what it needs of the outbox, to a test's context. */
@Configuration
@Import(ParkedMessages.class)
@ComponentScan
public class CourseBeans {}
