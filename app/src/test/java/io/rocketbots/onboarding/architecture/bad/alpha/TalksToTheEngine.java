package io.rocketbots.onboarding.architecture.bad.alpha;

import io.camunda.client.CamundaClient;

/** Breaks: only the engine package speaks to the engine. */
record TalksToTheEngine(CamundaClient client) {}
