package io.rocketbots.onboarding.architecture.bad.alpha;

/** Breaks: names say something. */
abstract class AbstractAlpha {}
