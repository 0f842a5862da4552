/** The section Webhooks of the Reseller Module. Start with WebhookController. */
@NullMarked
package io.rocketbots.onboarding.web.webhook;

import org.jspecify.annotations.NullMarked;
