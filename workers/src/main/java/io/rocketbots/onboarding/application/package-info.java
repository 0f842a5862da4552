/** A company's application to become a reseller. Start with Application. */
@NullMarked
package io.rocketbots.onboarding.application;

import org.jspecify.annotations.NullMarked;
