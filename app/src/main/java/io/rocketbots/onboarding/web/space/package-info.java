/** The section Spaces of the Reseller Module. Start with {@link io.rocketbots.onboarding.web.space.SpaceActionsController}. */
@NullMarked
package io.rocketbots.onboarding.web.space;

import org.jspecify.annotations.NullMarked;
