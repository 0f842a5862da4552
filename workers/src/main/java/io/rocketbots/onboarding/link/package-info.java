/** Links that need no sign-in, since they are signed. Start with {@link io.rocketbots.onboarding.link.SignedTokens}. */
@NullMarked
package io.rocketbots.onboarding.link;

import org.jspecify.annotations.NullMarked;
