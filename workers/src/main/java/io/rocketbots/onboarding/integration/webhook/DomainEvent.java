package io.rocketbots.onboarding.integration.webhook;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import java.util.Map;

/**
 * Something happened that a reseller's programs may want to hear of; published in the transaction that makes it happen,
 * by features that need not know who listens.
 *
 * @param ids what it is about, by name: ids and the like, never more of a person than what the API shows
 */
public record DomainEvent(ResellerId reseller, WebhookEvent event, Map<String, String> ids) {}
