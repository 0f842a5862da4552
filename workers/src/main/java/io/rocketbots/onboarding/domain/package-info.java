/** The reseller's own domain and its CNAME record. Start with {@link io.rocketbots.onboarding.domain.DomainId}. */
@NullMarked
package io.rocketbots.onboarding.domain;

import org.jspecify.annotations.NullMarked;
