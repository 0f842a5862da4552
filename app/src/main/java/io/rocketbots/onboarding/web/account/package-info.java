/** Signing in and out, passwords and their links, and the account page. Start with SignInController. */
@NullMarked
package io.rocketbots.onboarding.web.account;

import org.jspecify.annotations.NullMarked;
