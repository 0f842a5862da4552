package io.rocketbots.onboarding.deploy;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test where a program of that name is installed. Elsewhere it is skipped and says so; with
 * {@code -Donboarding.browser=required} it fails, as browser tests do.
 */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
@ExtendWith(NeedsCondition.class)
public @interface Needs {

    /** What it is called. */
    String value();

    /** The package of Debian in which it is, unless that is called like it. */
    String from() default "";
}
