/**
 * People invited by mail into a Space, or into a reseller's team: from the address to the access. Start with {@link
 * io.rocketbots.onboarding.customer.invitation.InviteToSpace}.
 */
@NullMarked
package io.rocketbots.onboarding.customer.invitation;

import org.jspecify.annotations.NullMarked;
