package io.rocketbots.onboarding.architecture.bad.alpha;

import io.rocketbots.onboarding.local.engine.StandaloneEngine;

/** Breaks: the engine of local mode is not in the jar. */
record UsesLocalEngine(StandaloneEngine engine) {}
