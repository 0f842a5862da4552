package io.rocketbots.onboarding.architecture.bad.alpha.step;

/** Is used by the step of another feature. */
public final class StepOfAlpha {}
