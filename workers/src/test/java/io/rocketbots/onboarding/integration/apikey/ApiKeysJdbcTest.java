package io.rocketbots.onboarding.integration.apikey;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.customer.space.SpaceScene;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

@OnEachDatabase
class ApiKeysJdbcTest {

    private final SpaceScene scene;

    ApiKeysJdbcTest(TestDatabase database) {
        scene = new SpaceScene(database, ApiKeys.class, CreateApiKey.class, RevokeApiKey.class);
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void areFoundByTheirSecretUntilTheyAreRevoked() {
        Reseller acme = scene.liveReseller();
        String secret = create(acme, ApiScope.SPACES_WRITE);
        ApiKey key = scene.the(ApiKeys.class).use(secret).orElseThrow();

        assertThat(key.reseller()).isEqualTo(acme.id());
        assertThat(key.lastFour()).isEqualTo(secret.substring(secret.length() - 4));
        assertThat(key.may(ApiScope.SPACES_READ)).isTrue();
        assertThat(key.may(ApiScope.DOMAIN_READ)).isFalse();
        assertThat(scene.the(RevokeApiKey.class).revoke(acme, key.id(), "Ada")).isPresent();
        assertThat(scene.the(RevokeApiKey.class).revoke(acme, key.id(), "Ada")).isEmpty();
        assertThat(scene.the(ApiKeys.class).use(secret)).isEmpty();
    }

    @Test
    void noteTheirUseOnceAMinute() {
        Reseller acme = scene.liveReseller();
        String secret = create(acme, ApiScope.SPACES_READ);
        Instant first = scene.clock.instant();
        scene.the(ApiKeys.class).use(secret);
        scene.clock.advance(Duration.ofSeconds(50));
        scene.the(ApiKeys.class).use(secret);
        assertThat(lastUsed(acme)).isEqualTo(first);

        scene.clock.advance(Duration.ofSeconds(20));
        scene.the(ApiKeys.class).use(secret);

        assertThat(lastUsed(acme)).isEqualTo(first.plusSeconds(70));
    }

    @Test
    void endAtTwenty() {
        Reseller acme = scene.liveReseller();
        for (int i = 0; i < CreateApiKey.MOST_KEYS; i++) {
            create(acme, ApiScope.SPACES_READ);
        }

        assertThat(scene.the(CreateApiKey.class)
                        .create(acme, "One more", Set.of(ApiScope.SPACES_READ), acme.accountId(), "Ada"))
                .isInstanceOf(CreateApiKey.Result.Faulty.class);
    }

    private Instant lastUsed(Reseller reseller) {
        return Objects.requireNonNull(
                scene.the(ApiKeys.class).of(reseller.id()).getFirst().lastUsedAt());
    }

    private String create(Reseller reseller, ApiScope scope) {
        return ((CreateApiKey.Result.Created) scene.the(CreateApiKey.class)
                        .create(reseller, "Billing", Set.of(scope), reseller.accountId(), "Ada"))
                .secret();
    }
}
