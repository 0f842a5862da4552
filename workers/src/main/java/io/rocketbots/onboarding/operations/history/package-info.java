/**
 * Where cases stand and have been, which of their steps have failed and which nobody takes: from what the workers and
 * the outbox write down, never from a query to the engine. Start with {@link io.rocketbots.onboarding.operations.history.StepVisits};
 * how positions follow from it is in {@link io.rocketbots.onboarding.process.history.CaseHistory}.
 */
@NullMarked
package io.rocketbots.onboarding.operations.history;

import org.jspecify.annotations.NullMarked;
