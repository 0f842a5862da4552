/**
 * Messages to a reseller's own programs when something happened on its platform, as <a
 * href="https://www.standardwebhooks.com">Standard Webhooks</a> has it. Start with {@link
 * io.rocketbots.onboarding.integration.webhook.DomainEvent}, which everybody who has something to tell publishes.
 */
@NullMarked
package io.rocketbots.onboarding.integration.webhook;

import org.jspecify.annotations.NullMarked;
