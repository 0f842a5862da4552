/** The only place that speaks to the engine: runs jobs, relays the outbox, deploys. Start with JobRunner. */
@NullMarked
package io.rocketbots.onboarding.engine;

import org.jspecify.annotations.NullMarked;
