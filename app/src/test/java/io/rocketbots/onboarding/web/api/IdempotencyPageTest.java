package io.rocketbots.onboarding.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.integration.apikey.ApiKeys;
import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.launch.domain.RequestDomain;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@WholeApp
@Import(Programs.class)
class IdempotencyPageTest {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    People people;

    @Autowired
    Programs programs;

    @Autowired
    RequestDomain requestDomain;

    @Autowired
    IdempotentCalls calls;

    @Autowired
    ApiKeys keys;

    @Autowired
    JdbcClient jdbc;

    @Test
    void givesTheSameAnswerToTheSameCallAndDoesItOnce() {
        Reseller acme = people.activeReseller();
        String key = readyToCheck(acme);

        MvcTestResult first = check(key, "once", "");
        MvcTestResult second = check(key, "once", "");

        assertThat(first).hasStatus(HttpStatus.ACCEPTED).doesNotContainHeader("Idempotent-Replayed");
        assertThat(second)
                .hasStatus(HttpStatus.ACCEPTED)
                .hasHeader("Idempotent-Replayed", "true")
                .hasContentTypeCompatibleWith("application/json")
                .bodyText()
                .isEqualTo(assertThat(first).bodyText().actual());
        assertThat(check(key, "another", "")).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
    }

    @Test
    void refusesAKeyThatWasUsedForAnotherCall() {
        String key = readyToCheck(people.activeReseller());
        check(key, "mine", "");

        assertThat(check(key, "mine", "{}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("urn:problem-type:idempotency-key-reused");
    }

    @Test
    void keepsNoRefusal() {
        Reseller acme = people.activeReseller();
        String key = programs.keyOf(acme, ApiScope.DOMAIN_WRITE);
        assertThat(check(key, "again", "")).hasStatus(HttpStatus.CONFLICT);

        requestDomain.request(acme.id(), "chat.acme-shop.com", "Ada");

        assertThat(check(key, "again", "")).hasStatus(HttpStatus.ACCEPTED);
    }

    @Test
    void answersAConcurrentCallThatTheFirstIsStillAtWork() {
        Reseller acme = people.activeReseller();
        String key = readyToCheck(acme);
        UUID id = keys.of(acme.id()).getFirst().id();
        calls.claim(id, "busy", hashOfTheCall(key));

        assertThat(check(key, "busy", ""))
                .hasStatus(HttpStatus.CONFLICT)
                .containsHeader("Retry-After")
                .bodyText()
                .contains("urn:problem-type:call-in-progress");
    }

    @Test
    void doesACallOnceThatTwoSendAtTheSameMoment() throws Exception {
        Reseller acme = people.activeReseller();
        String key = readyToCheck(acme);
        CountDownLatch start = new CountDownLatch(1);
        try (ExecutorService two = Executors.newFixedThreadPool(2)) {
            Future<Integer> one = two.submit(() -> statusAfter(start, key));
            Future<Integer> other = two.submit(() -> statusAfter(start, key));
            start.countDown();

            assertThat(new int[] {one.get(), other.get()}).contains(202).doesNotContain(429, 500);
        }
        assertThat(jdbc.sql("SELECT count(*) FROM outbox WHERE message_type = 'dns-check-requested'"
                                + " AND aggregate_id = :id")
                        .param("id", acme.applicationId().value())
                        .query(Integer.class)
                        .single())
                .isLessThanOrEqualTo(1);
    }

    private Integer statusAfter(CountDownLatch start, String key) throws InterruptedException {
        start.await();
        return check(key, "together", "").getResponse().getStatus();
    }

    /** Read from a call that was made before with a key of its own. */
    private String hashOfTheCall(String key) {
        check(key, "model", "");
        return jdbc.sql("SELECT request_hash FROM idempotent_call WHERE idempotency_key = 'model'")
                .query(String.class)
                .list()
                .getLast();
    }

    private String readyToCheck(Reseller reseller) {
        requestDomain.request(reseller.id(), "chat-" + UUID.randomUUID() + ".acme-shop.com", "Ada");
        return programs.keyOf(reseller, ApiScope.DOMAIN_WRITE);
    }

    private MvcTestResult check(String key, String idempotencyKey, String body) {
        return mvc.post()
                .uri("/api/v1/domain/checks")
                .header(IdempotencyFilter.HEADER, idempotencyKey)
                .content(body)
                .with(Programs.with(key))
                .exchange();
    }
}
