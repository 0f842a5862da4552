/** The page {@code /local/dns}, made like a DNS provider's. Start with {@link io.rocketbots.onboarding.web.localdns.RecordForm}. */
@NullMarked
package io.rocketbots.onboarding.web.localdns;

import org.jspecify.annotations.NullMarked;
