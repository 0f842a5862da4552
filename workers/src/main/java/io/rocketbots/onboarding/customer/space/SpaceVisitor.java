package io.rocketbots.onboarding.customer.space;

import io.rocketbots.onboarding.kernel.id.AccountId;

/**
 * Somebody in a Space, with what they may do there.
 *
 * @param role their own, or Owner for somebody of the reseller
 * @param reseller whether they are there as the reseller, who is not counted among the Space's people
 */
public record SpaceVisitor(Space space, AccountId account, SpaceRole role, boolean reseller) {}
