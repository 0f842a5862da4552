/** A company's application to become a reseller. Start with Application. */
@NullMarked
package io.rocketbots.onboarding.admission.application;

import org.jspecify.annotations.NullMarked;
