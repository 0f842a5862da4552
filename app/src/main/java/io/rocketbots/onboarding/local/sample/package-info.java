/**
 * Companies, resellers and customers to look at in local mode, on request. Each does what a person would do, through the
 * same use cases, and waits for what the processes make of it. Start with {@link
 * io.rocketbots.onboarding.local.sample.SampleData}; who there is stands in {@link
 * io.rocketbots.onboarding.local.sample.SampleStories}.
 */
@NullMarked
package io.rocketbots.onboarding.local.sample;

import org.jspecify.annotations.NullMarked;
