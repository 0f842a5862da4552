/** The keys by which a reseller's own programs speak for it. Start with {@link io.rocketbots.onboarding.integration.apikey.ApiKeys}. */
@NullMarked
package io.rocketbots.onboarding.integration.apikey;

import org.jspecify.annotations.NullMarked;
