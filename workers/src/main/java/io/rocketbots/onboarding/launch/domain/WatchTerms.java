package io.rocketbots.onboarding.launch.domain;

import java.time.Duration;

/**
 * How a live domain is watched.
 *
 * @param every the wait between two looks while all is well
 * @param whileBroken the same while it leads elsewhere, and after a zone that did not answer
 * @param suspendAfter how long the platform still answers on a domain that leads elsewhere
 */
public record WatchTerms(Duration every, Duration whileBroken, Duration suspendAfter) {}
