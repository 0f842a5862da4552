/**
 * Follows a process instance along its model from what is known of it, without asking the engine. Start with
 * {@link io.rocketbots.onboarding.process.history.InstanceHistory}; the models themselves are read by
 * {@link io.rocketbots.onboarding.process.history.ProcessGraph}.
 */
@NullMarked
package io.rocketbots.onboarding.process.history;

import org.jspecify.annotations.NullMarked;
