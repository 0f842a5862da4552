package io.rocketbots.onboarding.architecture.bad.beta.step;

import io.rocketbots.onboarding.architecture.bad.alpha.step.StepOfAlpha;

/** Breaks: steps do not use steps of another feature. */
record StepOfBeta(StepOfAlpha other) {}
