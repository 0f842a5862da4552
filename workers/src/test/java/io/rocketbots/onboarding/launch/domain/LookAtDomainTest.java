package io.rocketbots.onboarding.launch.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.job.StepPostponed;
import io.rocketbots.onboarding.kernel.outbound.ForeignWork;
import io.rocketbots.onboarding.launch.domain.Sighting.Cname;
import io.rocketbots.onboarding.launch.domain.Sighting.NotAnswered;
import io.rocketbots.onboarding.launch.domain.Sighting.Proofs;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.h2.jdbcx.JdbcDataSource;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How long name servers that say nothing can hold whoever asks them. */
class LookAtDomainTest {

    private static final Duration DEADLINE = Duration.ofSeconds(1);
    private static final ArrivalCheck NOBODY = (addresses, domain) -> Arrival.none("no answer");

    private final CustomDomain domain = CustomDomain.request(
            Reseller.create(
                    new ApplicationId(UUID.randomUUID()),
                    new AccountId(UUID.randomUUID()),
                    "Acme Chat",
                    "acme",
                    Instant.EPOCH),
            new DomainName("chat.acme.com"),
            new DomainName("acme.edge.example"),
            Instant.EPOCH);

    @Test
    void holdsFewThreadsForServersThatSayNothingAndPostponesTheRest() throws Exception {
        LookAtDomain look = looking((name, target) -> never());
        long begun = System.nanoTime();

        List<String> came = atOnce(200, look);

        assertThat(Duration.ofNanos(System.nanoTime() - begun)).isLessThan(DEADLINE.multipliedBy(5));
        assertThat(came).filteredOn("not answered"::equals).hasSize(LookAtDomain.AT_ONCE);
        assertThat(came).filteredOn("postponed"::equals).hasSize(200 - LookAtDomain.AT_ONCE);
    }

    @Test
    void saysThatNobodyAnsweredInTimeAndStopsAsking() throws Exception {
        CountDownLatch stopped = new CountDownLatch(1);
        LookAtDomain look = looking((name, target) -> {
            try {
                return never();
            } finally {
                stopped.countDown();
            }
        });

        Sighting seen = look.at(domain);

        assertThat(seen.reply()).isEqualTo(new NotAnswered("there is no complete answer within 1 s"));
        assertThat(Diagnosis.of(seen, false).kind()).isEqualTo(Diagnosis.Kind.COULD_NOT_ASK);
        assertThat(stopped.await(10, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void leavesLogosAndListsTheirThreads() throws Exception {
        LookAtDomain look = looking((name, target) -> never());

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<List<String>> asking = threads.submit(() -> atOnce(50, look));
            assertThat(ForeignWork.COMPUTING.within(DEADLINE, () -> "cleaned")).isEqualTo("cleaned");
            assertThat(asking.get()).hasSize(50);
        }
    }

    @Test
    void looksInTime() {
        Sighting found = new Sighting(
                domain.domainName(),
                domain.targetName(),
                "acme.com",
                List.of("ns.acme.com"),
                "ns.acme.com",
                new Cname(List.of(domain.target())),
                OwnAddresses.UNKNOWN,
                List.of(),
                Proofs.NONE,
                null);

        assertThat(looking((name, target) -> found).at(domain)).isEqualTo(found);
    }

    private static LookAtDomain looking(DnsLookup dns) {
        return new LookAtDomain(DEADLINE, dns, NOBODY, new DomainChecks(JdbcClient.create(new JdbcDataSource())));
    }

    private static Sighting never() {
        try {
            Thread.sleep(Duration.ofMinutes(1));
            throw new AssertionError("Nobody stopped it.");
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private List<String> atOnce(int callers, LookAtDomain look) throws Exception {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<String> came = new ArrayList<>();
            for (Future<String> called :
                    threads.invokeAll(Collections.nCopies(callers, (Callable<String>) () -> what(look)))) {
                came.add(called.get());
            }
            return came;
        }
    }

    private String what(LookAtDomain look) {
        try {
            return look.at(domain).reply() instanceof NotAnswered ? "not answered" : "answered";
        } catch (StepPostponed postponed) {
            return "postponed";
        }
    }
}
