/** The steps of the onboarding that are about the brand. Each worker is named like its step. Start with {@link io.rocketbots.onboarding.launch.branding.step.CheckBrandingWorker}. */
@NullMarked
package io.rocketbots.onboarding.launch.branding.step;

import org.jspecify.annotations.NullMarked;
