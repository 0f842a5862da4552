package io.rocketbots.onboarding.launch.domain.step;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.common.net.InetAddresses;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.launch.domain.Arrival;
import io.rocketbots.onboarding.launch.domain.ArrivalAnswers;
import io.rocketbots.onboarding.launch.domain.ArrivalTokens;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.Diagnosis.Kind;
import io.rocketbots.onboarding.launch.domain.DomainProofs;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.launch.domain.GiveUpDomain;
import io.rocketbots.onboarding.launch.domain.Sighting.NoCname;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Who may have a name: a record alone shows it only for a name that was nobody's before. */
@OnEachDatabase
class DomainClaimJdbcTest extends DomainScene {

    private static final InetAddress OURS = InetAddresses.forString("192.0.2.10");
    private static final InetAddress PROXY = InetAddresses.forString("104.21.7.9");

    DomainClaimJdbcTest(TestDatabase database) {
        super(database);
    }

    @Test
    void wantsAProofOfANameThatSomebodyReleased() {
        releases(liveReseller(CHAT));
        Reseller other = waiting(CHAT);
        reply = found(other);

        assertThat(check(other).cnameFound()).isFalse();
        assertThat(lastKind(present(other))).isEqualTo(Kind.PROOF_MISSING);

        proofs = List.of(the(DomainProofs.class).valueFor(present(other)));
        assertThat(check(other).cnameFound()).isTrue();
        assertThat(present(other).state()).isEqualTo(DomainState.VERIFIED);
    }

    @Test
    void wantsAFreshProofOfWhoReleasedItToo() {
        Reseller acme = liveReseller(CHAT);
        String old = the(DomainProofs.class).valueFor(present(acme));
        releases(acme);
        request(acme, CHAT);
        run(the(StartDomainSetupWorker.class), inputOf(acme), job());
        reply = found(acme);
        proofs = List.of(old);

        assertThat(check(acme).cnameFound()).isFalse();
        assertThat(lastKind(present(acme))).isEqualTo(Kind.PROOF_WRONG);
    }

    @Test
    void wantsNoProofOfANameThatWasOnlyAskedFor() {
        releases(waiting(CHAT));
        Reseller other = waiting(CHAT);
        reply = found(other);

        assertThat(check(other).cnameFound()).isTrue();
    }

    @Test
    void wantsAProofOfANameThatWasChangedAfterItsRecordHadBeenFound() {
        Reseller acme = waiting(CHAT);
        reply = found(acme);
        check(acme);
        request(acme, "app.acme.com");
        Reseller other = waiting(CHAT);
        reply = found(other);

        assertThat(check(other).cnameFound()).isFalse();
    }

    @Test
    void tellsTheFormerOwnerWhenAnotherResellerGoesLiveWithIt() {
        releases(liveReseller(CHAT));
        Reseller other = waiting(CHAT);

        goesLive(other);

        assertThat(domains().servedAt(CHAT)).isPresent();
        assertThat(mails()).containsExactly("domain-claimed");
    }

    @Test
    void tellsNobodyWhoTakesTheirOwnNameBack() {
        Reseller acme = liveReseller(CHAT);
        releases(acme);
        request(acme, CHAT);
        run(the(StartDomainSetupWorker.class), inputOf(acme), job());

        goesLive(acme);

        assertThat(domains().servedAt(CHAT)).isPresent();
        assertThat(mails()).isEmpty();
    }

    @Test
    void acceptsAnAddressOfOursTogetherWithTheProof() {
        Reseller acme = waiting(CHAT);
        ourAddresses = List.of(OURS);
        reply = new NoCname(true, List.of(OURS), List.of(), Duration.ofMinutes(5), null);

        assertThat(check(acme).cnameFound()).isFalse();
        assertThat(lastKind(present(acme))).isEqualTo(Kind.FLATTENED);

        proofs = List.of(the(DomainProofs.class).valueFor(present(acme)));
        assertThat(check(acme).cnameFound()).isTrue();
    }

    @Test
    void acceptsAProxyThatPassesRequestsOnTogetherWithTheProof() {
        Reseller acme = waiting(CHAT);
        reply = new NoCname(true, List.of(PROXY), List.of(), Duration.ofMinutes(5), null);

        assertThat(check(acme).cnameFound()).isFalse();
        assertThat(lastKind(present(acme))).isEqualTo(Kind.PROXIED);

        arrival = new Arrival(Arrival.Outcome.OURS, "requests arrive here");
        assertThat(check(acme).cnameFound()).isFalse();
        assertThat(lastKind(present(acme))).isEqualTo(Kind.PROXY_UNPROVED);

        proofs = List.of(the(DomainProofs.class).valueFor(present(acme)));
        assertThat(check(acme).cnameFound()).isTrue();
        assertThat(lastKind(present(acme))).isEqualTo(Kind.FOUND_BY_PROXY);
    }

    @Test
    void answersOurOwnQuestionUnderTheNameThatItIsAboutAndNoOther() {
        CustomDomain domain = present(waiting(CHAT));
        String path = the(ArrivalTokens.class).ask(domain.id());

        assertThat(the(ArrivalAnswers.class).to(CHAT, path))
                .contains(the(ArrivalTokens.class).answer(path, domain.domainName()));
        assertThat(the(ArrivalAnswers.class).to("app.acme.com", path)).isEmpty();
        assertThat(the(ArrivalAnswers.class).to(CHAT, "/sign-in")).isEmpty();
        assertThat(the(ArrivalAnswers.class).to(CHAT, path.substring(0, path.length() - 8) + "AAAAAAAA"))
                .isEmpty();
    }

    @Test
    void answersNothingAboutADomainThatNobodyLooksFor() {
        Reseller acme = waiting(CHAT);
        String path = the(ArrivalTokens.class).ask(present(acme).id());
        releases(acme);

        assertThat(the(ArrivalAnswers.class).to(CHAT, path)).isEmpty();
    }

    private void goesLive(Reseller reseller) {
        reply = found(reseller);
        proofs = List.of(the(DomainProofs.class).valueFor(present(reseller)));
        check(reseller);
        run(the(ActivateDomainWorker.class), inputOf(reseller), job());
    }

    private void releases(Reseller reseller) {
        transaction().executeWithoutResult(status -> the(GiveUpDomain.class).of(reseller.id()));
    }
}
