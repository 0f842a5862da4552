package io.rocketbots.onboarding.web.security;

import static io.rocketbots.onboarding.web.People.PASSWORD;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeServer;
import io.rocketbots.onboarding.web.Wire;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Limits that hold, and lock out nobody but who guesses: with those of production, ten tries for an account. */
@WholeServer
class SignInAttemptsServerTest {

    private static final AtomicInteger NETWORKS = new AtomicInteger();

    @LocalServerPort
    int port;

    @Autowired
    People people;

    @Test
    void slowsGuessesDownWhereverTheyComeFrom() {
        Account account = people.active(Role.USER);
        for (int i = 0; i < 10; i++) {
            assertThat(guess(somewhere(), account).status()).isEqualTo(401);
        }

        Wire.Answer refused = guess(somewhere(), account);

        assertThat(refused.status()).isEqualTo(429);
        assertThat(Integer.parseInt(refused.header("Retry-After").orElseThrow()))
                .isBetween(30, 39);
    }

    @Test
    void letsTheOwnerInOnADeviceThatIsKnown() {
        Account account = people.active(Role.USER);
        String device = somewhere()
                .signIn(account.email(), PASSWORD, "")
                .cookie("__Host-device-")
                .orElseThrow();
        for (int i = 0; i < 12; i++) {
            guess(somewhere(), account);
        }

        assertThat(somewhere().signIn(account.email(), PASSWORD, "").status())
                .as("elsewhere, also with the right password")
                .isEqualTo(429);
        assertThat(somewhere().signIn(account.email(), PASSWORD, device).status())
                .isEqualTo(303);
    }

    @Test
    void letsNobodyGuessOnADeviceThatIsKnownEither() {
        Account account = people.active(Role.USER);
        String device = somewhere()
                .signIn(account.email(), PASSWORD, "")
                .cookie("__Host-device-")
                .orElseThrow();

        List<Integer> answers = IntStream.range(0, 12)
                .mapToObj(i ->
                        somewhere().signIn(account.email(), "guess", device).status())
                .toList();

        assertThat(answers).endsWith(429, 429).startsWith(401);
    }

    @Test
    void knowsADeviceForOneAccountOnly() {
        Account mine = people.active(Role.USER);
        Account another = people.active(Role.USER);
        String device = somewhere()
                .signIn(mine.email(), PASSWORD, "")
                .cookie("__Host-device-")
                .orElseThrow();
        for (int i = 0; i < 12; i++) {
            guess(somewhere(), another);
        }

        assertThat(somewhere().signIn(another.email(), PASSWORD, device).status())
                .isEqualTo(429);
    }

    @Test
    void countsATryBeforeThePasswordIsComparedSoThatManyAtOnceDoNotSlipThrough() throws Exception {
        Account account = people.active(Role.USER);
        Callable<Integer> guess = () -> guess(somewhere(), account).status();
        try (ExecutorService many = Executors.newFixedThreadPool(20)) {
            List<Future<Integer>> answers =
                    many.invokeAll(IntStream.range(0, 40).mapToObj(i -> guess).toList());

            assertThat(answers.stream().map(Future::resultNow).filter(status -> status == 401))
                    .hasSize(10);
        }
    }

    @Test
    void doesNotCountAnOfficeInWhichManySignIn() {
        Account account = people.active(Role.USER);
        Wire office = somewhere();
        for (int i = 0; i < 70; i++) {
            assertThat(office.signIn(account.email(), PASSWORD, "").status())
                    .as("sign-in %d", i)
                    .isEqualTo(303);
        }
    }

    @Test
    void letsTheOwnerInThoughSomebodyGuessesInTheSameNetwork() {
        Account account = people.active(Role.USER);
        Wire office = somewhere();
        String device = office.signIn(account.email(), PASSWORD, "")
                .cookie("__Host-device-")
                .orElseThrow();
        useUp(office);

        assertThat(office.signIn(account.email(), PASSWORD, "").status()).isEqualTo(429);
        assertThat(office.signIn(account.email(), PASSWORD, device).status()).isEqualTo(303);
    }

    @Test
    void countsEachPlatformForItself() {
        Reseller reseller = people.activeReseller();
        Account account = people.accountOf(reseller);
        Wire network = somewhere();
        Wire own = network.with("Host", people.liveDomainOf(reseller));
        useUp(network);

        assertThat(network.signIn(account.email(), PASSWORD, "").status()).isEqualTo(429);
        assertThat(own.signIn(account.email(), PASSWORD, "").status()).isEqualTo(303);
    }

    @Test
    void takesNoMemoryForAnEmailThatNobodyCanHave() {
        Wire network = somewhere();

        for (int i = 0; i < 12; i++) {
            assertThat(network.signIn("a".repeat(1_000) + "@acme.example", "guess", "")
                            .status())
                    .isEqualTo(401);
        }
    }

    private static Wire.Answer guess(Wire from, Account account) {
        return from.signIn(account.email(), "guess", "");
    }

    /** What a network may try, by forms that are refused for another reason first. */
    private static void useUp(Wire network) {
        assertThat(IntStream.range(0, 200)
                        .map(i -> network.form("/sign-in", "email=x").status()))
                .contains(429);
    }

    /** A network that nobody else has. */
    private Wire somewhere() {
        return Wire.to(port, "2001:db8:%x:1::7".formatted(NETWORKS.incrementAndGet()));
    }
}
