/** The workers of the invitation's steps, named like the steps in the diagram. Start with {@link io.rocketbots.onboarding.customer.invitation.step.SendInvitationWorker}. */
@NullMarked
package io.rocketbots.onboarding.customer.invitation.step;

import org.jspecify.annotations.NullMarked;
