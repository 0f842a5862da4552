/** What a worker of a service task is, without any engine type. Start with {@link io.rocketbots.onboarding.job.StepWorker}. */
@NullMarked
package io.rocketbots.onboarding.job;

import org.jspecify.annotations.NullMarked;
