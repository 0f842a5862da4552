/** Which work belongs to which request, over the rows that lie between them. Start with {@link io.rocketbots.onboarding.trace.Traces}. */
@NullMarked
package io.rocketbots.onboarding.trace;

import org.jspecify.annotations.NullMarked;
