package io.rocketbots.onboarding.kernel.job;

/**
 * Which job is being worked on, besides its variables.
 *
 * @param elementInstanceKey the same for every try of one job and different each time the model comes by: the
 *     occasion that keeps a repeated job from sending a mail twice
 */
public record Job(String elementId, long elementInstanceKey, long processInstanceKey) {}
