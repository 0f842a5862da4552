package io.rocketbots.onboarding.integration.apikey;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A reseller's team takes a key out of use, at once and for good. */
@Component
public class RevokeApiKey {

    private final ApiKeys keys;
    private final Timeline timeline;

    RevokeApiKey(ApiKeys keys, Timeline timeline) {
        this.keys = keys;
        this.timeline = timeline;
    }

    /** The same of all keys that one of the team has made. */
    @Transactional
    public void revokeAllOf(Reseller reseller, AccountId creator, String actor) {
        keys.of(reseller.id()).stream()
                .filter(key -> key.creator().equals(creator))
                .forEach(key -> revoke(reseller, key.id(), actor));
    }

    /** The key that was revoked; empty when it was not there any more, or never the reseller's. */
    @Transactional
    public Optional<ApiKey> revoke(Reseller reseller, UUID id, String actor) {
        Optional<ApiKey> revoked = keys.revoke(reseller.id(), id);
        revoked.ifPresent(key ->
                timeline.tellTeam(reseller.applicationId(), actor, "Revoked the API key \"" + key.name() + "\"."));
        return revoked;
    }
}
