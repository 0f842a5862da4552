/**
 * Users of Spaces: the dialogs of the Reseller Module, the settings of a Space, and the page behind an invitation's
 * link. Start with {@link io.rocketbots.onboarding.web.invitation.SpaceUsers}, what all of them show.
 */
@NullMarked
package io.rocketbots.onboarding.web.invitation;

import org.jspecify.annotations.NullMarked;
