/**
 * Which platform a request is for, who is signed in and what they may open. Start with {@link
 * io.rocketbots.onboarding.web.security.AccessRules}, the table of all addresses.
 */
@NullMarked
package io.rocketbots.onboarding.web.security;

import org.jspecify.annotations.NullMarked;
