package io.rocketbots.onboarding.architecture.bad.web.gamma;

/** Breaks: controllers are nobody's business. */
public final class GammaController {}
