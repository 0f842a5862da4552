/** The workers of the invitation's steps, named like the steps in the diagram. */
@NullMarked
package io.rocketbots.onboarding.invitation.step;

import org.jspecify.annotations.NullMarked;
