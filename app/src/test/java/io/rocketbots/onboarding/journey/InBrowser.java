package io.rocketbots.onboarding.journey;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Runs a test in the system's Chromium against the {@linkplain WholeApplication whole application}: its methods take a
 * {@link com.microsoft.playwright.Page} for each person who acts, a window with cookies of its own whose relative
 * addresses lead to the Rocketbots host.
 *
 * <p>A failed test leaves a screenshot and a trace in {@code app/target/browser} ({@code npx playwright show-trace}).
 * Without a Chromium the test is skipped and says so; with {@code -Donboarding.browser=required} it fails.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@WholeApplication
@ExtendWith(Browsing.class)
public @interface InBrowser {}
