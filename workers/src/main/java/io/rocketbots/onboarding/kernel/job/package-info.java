/** What a worker of a service task is, without any engine type. Start with {@link io.rocketbots.onboarding.kernel.job.StepWorker}. */
@NullMarked
package io.rocketbots.onboarding.kernel.job;

import org.jspecify.annotations.NullMarked;
