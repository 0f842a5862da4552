/**
 * The reseller's own domain: what may be one, whether its CNAME record points to us, and what is in the way if not.
 * Start with {@link io.rocketbots.onboarding.launch.domain.CustomDomain}; what DNS says is judged by
 * {@link io.rocketbots.onboarding.launch.domain.Diagnosis}.
 */
@NullMarked
package io.rocketbots.onboarding.launch.domain;

import org.jspecify.annotations.NullMarked;
