/** Who may sign in, and where. Start with {@link io.rocketbots.onboarding.tenancy.account.Account}. */
@NullMarked
package io.rocketbots.onboarding.tenancy.account;

import org.jspecify.annotations.NullMarked;
