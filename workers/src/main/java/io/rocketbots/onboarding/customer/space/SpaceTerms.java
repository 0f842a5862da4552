package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.process.Variables.ShortLadder;
import java.time.Duration;

/**
 * How long things about Spaces take.
 *
 * @param keepCancelled for that long a cancelled Space can be restored; then what it holds is deleted
 * @param owner for somebody who uses a new Space, of which the reseller is reminded
 */
public record SpaceTerms(Duration keepCancelled, ShortLadder owner) {}
