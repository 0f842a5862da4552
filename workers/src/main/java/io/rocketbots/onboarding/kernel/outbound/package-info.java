/**
 * Calls to addresses that strangers named, such as the endpoint of a webhook or what stands in front of a reseller's domain.
 * Start with {@link io.rocketbots.onboarding.kernel.outbound.OutboundHttp}.
 */
@NullMarked
package io.rocketbots.onboarding.kernel.outbound;

import org.jspecify.annotations.NullMarked;
