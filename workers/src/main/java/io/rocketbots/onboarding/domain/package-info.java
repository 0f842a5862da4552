/**
 * The reseller's own domain: what may be one, whether its CNAME record points to us, and what is in the way if not.
 * Start with {@link io.rocketbots.onboarding.domain.CustomDomain}; what DNS says is judged by
 * {@link io.rocketbots.onboarding.domain.Diagnosis}.
 */
@NullMarked
package io.rocketbots.onboarding.domain;

import org.jspecify.annotations.NullMarked;
