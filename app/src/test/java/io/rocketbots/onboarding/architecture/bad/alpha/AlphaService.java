package io.rocketbots.onboarding.architecture.bad.alpha;

/** Breaks: names say something. */
final class AlphaService {}
