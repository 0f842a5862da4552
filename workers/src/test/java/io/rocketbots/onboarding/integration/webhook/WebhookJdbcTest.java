package io.rocketbots.onboarding.integration.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.customer.space.SpaceScene;
import io.rocketbots.onboarding.integration.webhook.Receiver.Heard;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class WebhookJdbcTest {

    private static final Duration TIMEOUT = Duration.ofMillis(1500);

    private final SpaceScene scene;
    private Receiver receiver;

    WebhookJdbcTest(TestDatabase database) throws IOException {
        receiver = new Receiver();
        scene = new SpaceScene(
                database,
                Settings.class,
                Webhooks.class,
                WebhookEndpoints.class,
                WebhookQueue.class,
                WebhookDispatcher.class,
                HttpWebhookSender.class,
                AddEndpoint.class,
                ChangeEndpoint.class);
    }

    /** The context itself is no bean that one can ask for. */
    record Publisher(ApplicationEventPublisher events) {}

    @Configuration
    static class Settings {

        @Bean
        WebhookTerms webhookTerms() {
            return new WebhookTerms(
                    Duration.ofHours(1),
                    TIMEOUT,
                    Duration.ofSeconds(5),
                    Duration.ofHours(6),
                    Duration.ofDays(3),
                    Duration.ofHours(24),
                    true);
        }

        @Bean
        Publisher publisher(ApplicationEventPublisher events) {
            return new Publisher(events);
        }

        @Bean
        WebhookSecrets webhookSecrets() {
            return new WebhookSecrets("only-for-tests-and-long-enough-for-that");
        }
    }

    @BeforeEach
    void quiet() {
        the(WebhookDispatcher.class).stop();
    }

    @AfterEach
    void close() {
        receiver.close();
        scene.close();
    }

    @Test
    void signsAsStandardWebhooksHasIt() throws Exception {
        Reseller acme = scene.liveReseller();
        AddEndpoint.Result.Added added = add(acme, "/hook");

        happens(acme, WebhookEvent.SPACE_ACTIVE);
        dispatch();

        Heard heard = receiver.heard().getFirst();
        assertThat(heard.id()).startsWith("msg_");
        assertThat(heard.timestamp())
                .isEqualTo(Long.toString(scene.clock.instant().getEpochSecond()));
        assertThat(heard.signature()).isEqualTo(signature(added.secret(), heard));
        assertThat(heard.body())
                .contains("\"type\":\"space.active\"", "\"timestamp\":\"", "\"data\":{\"spaceId\":\"42\"}");
        assertThat(log(acme).getFirst().state()).isEqualTo(WebhookDelivery.State.DELIVERED);
        assertThat(log(acme).getFirst().answer()).isEqualTo(204);
    }

    @Test
    void tellsOnlyWhoeverWantsToHearOfIt() throws Exception {
        Reseller acme = scene.liveReseller();
        Reseller other = scene.liveReseller();
        add(acme, "/hook/spaces", WebhookEvent.SPACE_ACTIVE);
        add(acme, "/hook/domains", WebhookEvent.DOMAIN_LIVE);
        add(other, "/hook/other");

        happens(acme, WebhookEvent.SPACE_ACTIVE);
        dispatch();

        assertThat(receiver.heard()).extracting(Heard::path).containsExactly("/hook/spaces");
    }

    @Test
    void tellsNothingThatDidNotHappen() throws Exception {
        Reseller acme = scene.liveReseller();
        add(acme, "/hook");

        the(TransactionTemplate.class).executeWithoutResult(status -> {
            the(Publisher.class).events().publishEvent(new DomainEvent(acme.id(), WebhookEvent.SPACE_ACTIVE, Map.of()));
            status.setRollbackOnly();
        });
        dispatch();

        assertThat(receiver.heard()).isEmpty();
    }

    @Test
    void triesAgainWithTheSameIdUntilItIsTaken() throws Exception {
        Reseller acme = scene.liveReseller();
        add(acme, "/hook");
        receiver.answer(503);
        happens(acme, WebhookEvent.SPACE_ACTIVE);
        dispatch();
        assertThat(log(acme).getFirst().error()).contains("503");

        dispatch();
        assertThat(receiver.heard()).as("not before its time").hasSize(1);
        receiver.answer(200);
        scene.clock.advance(Duration.ofSeconds(6));
        dispatch();

        assertThat(receiver.heard())
                .hasSize(2)
                .extracting(Heard::id)
                .containsOnly(receiver.heard().getFirst().id());
        assertThat(log(acme).getFirst().state()).isEqualTo(WebhookDelivery.State.DELIVERED);
        assertThat(endpoint(acme).failingSince()).isNull();
    }

    @Test
    void sendsTheVerySameMessageOnRedelivery() throws Exception {
        Reseller acme = scene.liveReseller();
        add(acme, "/hook");
        happens(acme, WebhookEvent.SPACE_ACTIVE);
        dispatch();

        assertThat(the(ChangeEndpoint.class)
                        .redeliver(scene.liveReseller(), log(acme).getFirst().id()))
                .as("of another reseller")
                .isFalse();
        assertThat(the(ChangeEndpoint.class)
                        .redeliver(acme, log(acme).getFirst().id()))
                .isTrue();
        dispatch();

        assertThat(receiver.heard()).hasSize(2);
        assertThat(receiver.heard().get(1).id())
                .isEqualTo(receiver.heard().get(0).id());
        assertThat(receiver.heard().get(1).body())
                .isEqualTo(receiver.heard().get(0).body());
    }

    @Test
    void givesUpAfterThreeDaysAndSwitchesTheEndpointOff() throws Exception {
        Reseller acme = scene.liveReseller();
        add(acme, "/hook");
        receiver.answer(500);
        happens(acme, WebhookEvent.SPACE_ACTIVE);

        for (int hour = 0; hour < 73; hour++) {
            dispatch();
            scene.clock.advance(Duration.ofHours(1));
        }

        assertThat(log(acme).getFirst().state()).isEqualTo(WebhookDelivery.State.FAILED);
        assertThat(receiver.heard()).hasSizeBetween(10, 40);
        assertThat(endpoint(acme).isOn()).isFalse();
        assertThat(mails()).isEqualTo(1);
        happens(acme, WebhookEvent.SPACE_ACTIVE);
        assertThat(log(acme)).as("a switched-off endpoint hears nothing").hasSize(1);

        assertThat(the(ChangeEndpoint.class).enable(acme, endpoint(acme).id(), "Ada"))
                .isTrue();
        happens(acme, WebhookEvent.SPACE_ACTIVE);
        assertThat(log(acme)).hasSize(2);
    }

    @Test
    void switchesOffAtOnceAnEndpointThatSaysItIsGone() throws Exception {
        Reseller acme = scene.liveReseller();
        add(acme, "/hook");
        receiver.answer(410);
        happens(acme, WebhookEvent.SPACE_ACTIVE);

        dispatch();

        assertThat(endpoint(acme).isOn()).isFalse();
        assertThat(log(acme).getFirst().state()).isEqualTo(WebhookDelivery.State.FAILED);
    }

    @Test
    void letsNobodyWaitForAReceiverThatHangs() throws Exception {
        Reseller acme = scene.liveReseller();
        try (DrippingReceiver dripping = new DrippingReceiver()) {
            add(acme, "/hang");
            the(AddEndpoint.class).add(acme, dripping.url(), all(), "Ada");
            add(acme, "/hook");
            for (int i = 0; i < 5; i++) {
                happens(acme, WebhookEvent.SPACE_ACTIVE);
            }

            long before = System.nanoTime();
            dispatch();
            Duration took = Duration.ofNanos(System.nanoTime() - before);

            assertThat(receiver.heard().stream().filter(heard -> heard.path().equals("/hook")))
                    .isNotEmpty();
            assertThat(receiver.heard().stream().filter(heard -> heard.path().equals("/hang")))
                    .hasSizeLessThanOrEqualTo(5);
            assertThat(took).isLessThan(TIMEOUT.multipliedBy(8));
            assertThat(log(acme).stream().filter(entry -> entry.error() != null))
                    .isNotEmpty()
                    .allSatisfy(entry -> assertThat(entry.error()).startsWith("No answer within"));
        }
    }

    @Test
    void followsNoRedirect() throws Exception {
        Reseller acme = scene.liveReseller();
        add(acme, "/elsewhere");
        happens(acme, WebhookEvent.SPACE_ACTIVE);

        dispatch();

        assertThat(receiver.heard()).isEmpty();
        assertThat(log(acme).getFirst().answer()).isEqualTo(307);
    }

    @Test
    void signsWithTheFormerSecretTooForADayAfterAChange() throws Exception {
        Reseller acme = scene.liveReseller();
        String former = add(acme, "/hook").secret();
        String present = the(ChangeEndpoint.class)
                .rotateSecret(acme, endpoint(acme).id(), "Ada")
                .orElseThrow();
        assertThat(present).isNotEqualTo(former);

        the(ChangeEndpoint.class).sendTest(acme, endpoint(acme).id());
        dispatch();
        Heard soon = receiver.heard().getFirst();
        scene.clock.advance(Duration.ofHours(25));
        the(ChangeEndpoint.class).sendTest(acme, endpoint(acme).id());
        dispatch();
        Heard later = receiver.heard().getLast();

        assertThat(soon.signature()).isEqualTo(signature(present, soon) + " " + signature(former, soon));
        assertThat(soon.body()).contains("\"type\":\"test\"");
        assertThat(later.signature()).isEqualTo(signature(present, later));
    }

    @Test
    void keepsTheSecretNowhere() throws Exception {
        Reseller acme = scene.liveReseller();
        String secret = add(acme, "/hook").secret();

        assertThat(the(JdbcClient.class)
                        .sql("SELECT * FROM webhook_endpoint")
                        .query()
                        .singleRow()
                        .toString())
                .doesNotContain(secret.substring("whsec_".length()));
    }

    @Test
    void saysWhyAnAddressIsNotTaken() {
        Reseller acme = scene.liveReseller();

        assertThat(faults(acme, "hooks.acme.example")).containsKey("url");
        assertThat(faults(acme, "ftp://127.0.0.1/")).containsKey("url");
        assertThat(faults(acme, "https://somebody:secret@127.0.0.1/")).containsKey("url");
        assertThat(((AddEndpoint.Result.Faulty)
                                the(AddEndpoint.class).add(acme, receiver.url("/hook"), Set.of(), "Ada"))
                        .faults())
                .containsOnlyKeys("events");
    }

    @Test
    void dropsTheLogWithTheEndpoint() throws Exception {
        Reseller acme = scene.liveReseller();
        add(acme, "/hook");
        happens(acme, WebhookEvent.SPACE_ACTIVE);
        UUID id = endpoint(acme).id();

        assertThat(the(ChangeEndpoint.class).remove(scene.liveReseller(), id, "Eve"))
                .isFalse();
        assertThat(the(ChangeEndpoint.class).remove(acme, id, "Ada")).isTrue();
        dispatch();

        assertThat(receiver.heard()).isEmpty();
        assertThat(log(acme)).isEmpty();
    }

    private AddEndpoint.Result.Added add(Reseller reseller, String path, WebhookEvent... events) {
        Set<WebhookEvent> wanted = events.length == 0 ? all() : EnumSet.copyOf(Arrays.asList(events));
        return (AddEndpoint.Result.Added) the(AddEndpoint.class).add(reseller, receiver.url(path), wanted, "Ada");
    }

    private Map<String, String> faults(Reseller reseller, String url) {
        return ((AddEndpoint.Result.Faulty) the(AddEndpoint.class).add(reseller, url, all(), "Ada")).faults();
    }

    private static Set<WebhookEvent> all() {
        return Set.copyOf(WebhookEvent.event());
    }

    private void happens(Reseller reseller, WebhookEvent event) {
        the(TransactionTemplate.class)
                .executeWithoutResult(status -> the(Publisher.class)
                        .events()
                        .publishEvent(new DomainEvent(reseller.id(), event, Map.of("spaceId", "42"))));
    }

    private void dispatch() throws InterruptedException {
        the(WebhookDispatcher.class).dispatchDue();
    }

    private List<WebhookDelivery> log(Reseller reseller) {
        return the(WebhookEndpoints.class).log(reseller.id());
    }

    private WebhookEndpoint endpoint(Reseller reseller) {
        return the(WebhookEndpoints.class).of(reseller.id()).getFirst();
    }

    private int mails() {
        return the(JdbcClient.class)
                .sql("SELECT count(*) FROM mail_message WHERE template = 'webhook-switched-off'")
                .query(Integer.class)
                .single();
    }

    /** As a receiver computes it by the specification. */
    private static String signature(String secret, Heard heard) throws Exception {
        Mac mac = Mac.getInstance("HmacSHA256");
        byte[] key = Base64.getDecoder().decode(secret.substring("whsec_".length()));
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        String signed = heard.id() + "." + heard.timestamp() + "." + heard.body();
        return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private <T> T the(Class<T> type) {
        return scene.the(type);
    }
}
