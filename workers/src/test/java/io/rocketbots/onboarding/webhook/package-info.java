/** Tests of webhooks, against a receiver on this machine. */
@NullMarked
package io.rocketbots.onboarding.webhook;

import org.jspecify.annotations.NullMarked;
