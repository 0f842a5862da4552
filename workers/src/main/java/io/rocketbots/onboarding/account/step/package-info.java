/** The steps that give a reseller an account. */
@NullMarked
package io.rocketbots.onboarding.account.step;

import org.jspecify.annotations.NullMarked;
