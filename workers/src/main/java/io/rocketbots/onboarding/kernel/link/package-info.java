/** Links that need no sign-in, since they are signed. Start with {@link io.rocketbots.onboarding.kernel.link.SignedTokens}. */
@NullMarked
package io.rocketbots.onboarding.kernel.link;

import org.jspecify.annotations.NullMarked;
