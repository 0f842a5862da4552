/** Which work belongs to which request, over the rows that lie between them. Start with {@link io.rocketbots.onboarding.kernel.trace.Traces}. */
@NullMarked
package io.rocketbots.onboarding.kernel.trace;

import org.jspecify.annotations.NullMarked;
