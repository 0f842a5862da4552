/**
 * Local mode's engine: a real Zeebe broker as a child of this application, so that a JDK and Maven are all one needs;
 * with profile {@code operate} also Operate and Tasklist, with the OpenSearch they need. Start with {@link io.rocketbots.onboarding.localengine.LocalEngine}.
 */
@NullMarked
package io.rocketbots.onboarding.localengine;

import org.jspecify.annotations.NullMarked;
