/** Who may sign in, and where. Start with {@link io.rocketbots.onboarding.account.AccountId}. */
@NullMarked
package io.rocketbots.onboarding.account;

import org.jspecify.annotations.NullMarked;
