package io.rocketbots.onboarding.course;

import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Adds all of this package to a test's context. */
@Configuration
@ComponentScan
public class CourseBeans {}
