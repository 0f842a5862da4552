package io.rocketbots.onboarding.admission.application;

import java.time.Duration;

/**
 * How long the parts of a review take.
 *
 * @param period from the submission to the deadline
 * @param remindBefore this long before the deadline reviewers are reminded
 * @param minimumAfterAnswer at least this much is left after the applicant's answer
 * @param claimIdle a claim on a task is released after that long without activity
 * @param undo this long a decision can be taken back
 */
public record ReviewTerms(
        Duration period, Duration remindBefore, Duration minimumAfterAnswer, Duration claimIdle, Duration undo) {}
