package io.rocketbots.onboarding.launch.domain.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.google.common.net.InetAddresses;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.launch.domain.Arrival;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.Diagnosis.Kind;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.launch.domain.ParkedDomains;
import io.rocketbots.onboarding.launch.domain.RequestCheck;
import io.rocketbots.onboarding.launch.domain.Sighting.Cname;
import io.rocketbots.onboarding.launch.domain.Sighting.NoCname;
import io.rocketbots.onboarding.launch.domain.Sighting.NotAnswered;
import io.rocketbots.onboarding.launch.domain.Sighting.Reply;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.BrokenDomainChecked;
import io.rocketbots.onboarding.process.Variables.DomainBrokenWarned;
import io.rocketbots.onboarding.process.Variables.LiveDomainChecked;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The steps that watch a live domain; each runs twice, as a repeated job would. */
@OnEachDatabase
class DomainWatchJdbcTest extends DomainScene {

    private static final Arrival ARRIVED = new Arrival(Arrival.Outcome.OURS, "requests arrive here");
    private static final Reply ELSEWHERE = new Cname(List.of("shops.other.com"));

    DomainWatchJdbcTest(TestDatabase database) {
        super(database);
    }

    @Test
    void beginsTheWatchWhenTheDomainGoesLive() {
        Reseller acme = liveReseller(CHAT);

        var first = done(run(the(StartDomainWatchWorker.class), inputOf(acme), job()));

        assertThat(messages()).endsWith("domain-went-live");
        assertThat(Duration.between(clock.instant(), first.nextCheckAt()))
                .isBetween(Duration.ofDays(1), Duration.ofHours(27));
    }

    @Test
    void watchesADomainWithOneInstance() {
        Reseller acme = watched();

        Outcome<?> another = run(the(StartDomainWatchWorker.class), inputOf(acme), new Job("Task", 1, 4711));

        assertThat(another).isEqualTo(Outcome.refused(StepError.DUPLICATE_START));
    }

    @Test
    void findsADomainWellAndLooksAgainInADay() {
        Reseller acme = watched();
        reply = found(acme);
        Job job = job();

        LiveDomainChecked first = done(run(the(CheckLiveDomainWorker.class), inputOf(acme), job));
        LiveDomainChecked second = done(run(the(CheckLiveDomainWorker.class), inputOf(acme), job));

        assertThat(second).isEqualTo(first);
        assertThat(first.domainBroken()).isFalse();
        assertThat(Duration.between(clock.instant(), first.nextCheckAt())).isGreaterThanOrEqualTo(Duration.ofDays(1));
        assertThat(lastKind(present(acme))).isEqualTo(Kind.FOUND);
    }

    @Test
    void neverTakesSilenceForBroken() {
        Reseller acme = watched();
        reply = new NotAnswered("ns1.acme.com gives no answer within 5 s");

        LiveDomainChecked checked = done(run(the(CheckLiveDomainWorker.class), inputOf(acme), job()));

        assertThat(checked.domainBroken()).isFalse();
        assertThat(Duration.between(clock.instant(), checked.nextCheckAt())).isLessThan(Duration.ofHours(2));
        assertThat(present(acme).state()).isEqualTo(DomainState.LIVE);
    }

    @Test
    void warnsOnceWhenTheDomainLeadsElsewhere() {
        Reseller acme = watched();
        reply = ELSEWHERE;
        LiveDomainChecked checked = done(run(the(CheckLiveDomainWorker.class), inputOf(acme), job()));
        Job job = job();

        DomainBrokenWarned first = done(run(the(WarnDomainBrokenWorker.class), inputOf(acme), job));
        clock.advance(Duration.ofMinutes(1));
        DomainBrokenWarned second = done(run(the(WarnDomainBrokenWorker.class), inputOf(acme), job));

        assertThat(checked.domainBroken()).isTrue();
        assertThat(second).isEqualTo(first);
        assertThat(present(acme).state()).isEqualTo(DomainState.BROKEN);
        assertThat(domains().servedAt(CHAT)).isPresent();
        assertThat(mails()).containsExactly("domain-broken");
    }

    @Test
    void suspendsTheDomainAndKeepsItsName() {
        Reseller acme = broken();
        Job job = job();

        run(the(SuspendDomainWorker.class), inputOf(acme), job);
        run(the(SuspendDomainWorker.class), inputOf(acme), job);

        assertThat(present(acme).state()).isEqualTo(DomainState.SUSPENDED);
        assertThat(domains().servedAt(CHAT)).isEmpty();
        assertThat(domains().findByVerifiedDomain(CHAT)).isPresent();
        assertThat(mails()).containsExactly("domain-broken", "domain-suspended");
    }

    @Test
    void leavesAParkedDomainAloneWhereverItLeads() {
        Reseller acme = watched();
        transaction().executeWithoutResult(status -> the(ParkedDomains.class).park(acme.id()));
        reply = ELSEWHERE;

        LiveDomainChecked checked = done(run(the(CheckLiveDomainWorker.class), inputOf(acme), job()));

        assertThat(checked.domainBroken()).isFalse();
        assertThat(present(acme).state()).isEqualTo(DomainState.LIVE);
    }

    @Test
    void doesNotSuspendABrokenDomainThatIsParked() {
        Reseller acme = broken();
        transaction().executeWithoutResult(status -> the(ParkedDomains.class).park(acme.id()));

        run(the(SuspendDomainWorker.class), inputOf(acme), job());

        assertThat(domains().servedAt(CHAT)).isPresent();
    }

    @Test
    void suspendsNothingThatWasRepairedInTheSameMoment() {
        Reseller acme = broken();
        run(the(ConfirmDomainRepairedWorker.class), inputOf(acme), job());

        run(the(SuspendDomainWorker.class), inputOf(acme), job());

        assertThat(present(acme).state()).isEqualTo(DomainState.LIVE);
    }

    @Test
    void isBackAfterTheSuspensionOnceTheRecordIs() {
        Reseller acme = broken();
        run(the(SuspendDomainWorker.class), inputOf(acme), job());
        reply = found(acme);
        Job job = job();

        BrokenDomainChecked checked = done(run(the(CheckBrokenDomainWorker.class), inputOf(acme), job()));
        run(the(ConfirmDomainRepairedWorker.class), inputOf(acme), job);
        run(the(ConfirmDomainRepairedWorker.class), inputOf(acme), job);

        assertThat(checked.domainRepaired()).isTrue();
        assertThat(domains().servedAt(CHAT)).isPresent();
        assertThat(present(acme).watch().brokenAt()).isNull();
        assertThat(mails()).containsExactly("domain-broken", "domain-suspended", "domain-repaired");
    }

    @Test
    void goesOnLookingWhileTheRecordIsMissingOrNobodyAnswers() {
        Reseller acme = broken();
        BrokenDomainChecked elsewhere = done(run(the(CheckBrokenDomainWorker.class), inputOf(acme), job()));
        reply = new NotAnswered("ns1.acme.com gives no answer within 5 s");

        BrokenDomainChecked silent = done(run(the(CheckBrokenDomainWorker.class), inputOf(acme), job()));

        assertThat(elsewhere.domainRepaired()).isFalse();
        assertThat(silent.domainRepaired()).isFalse();
        assertThat(Duration.between(clock.instant(), silent.nextCheckAt())).isLessThan(Duration.ofHours(2));
    }

    @Test
    void checksALiveDomainNowWhenAskedTo() {
        Reseller acme = watched();

        the(RequestCheck.class).of(acme.id());

        assertThat(messages()).endsWith("dns-check-requested");
        assertThatExceptionOfType(RequestCheck.TooSoon.class)
                .isThrownBy(() -> the(RequestCheck.class).of(acme.id()));
    }

    @Test
    void checksThePresentDomainBesideTheOneThatIsSetUp() {
        Reseller acme = broken();
        request(acme, "app.acme.com");
        CustomDomain present = present(acme);

        the(RequestCheck.class).of(acme.id(), present.id());

        assertThat(present(acme).cname().checkRequestedAt()).isEqualTo(clock.instant());
        assertThat(messages()).endsWith("domain-change-requested", "dns-check-requested");
        Reseller stranger = reseller();
        assertThatExceptionOfType(RequestCheck.NothingToLookFor.class)
                .isThrownBy(() -> the(RequestCheck.class).of(stranger.id(), present.id()));
    }

    @Test
    void asksForNoCheckOfADomainThatNobodyWatches() {
        Reseller acme = liveReseller(CHAT);

        assertThatExceptionOfType(RequestCheck.NothingToLookFor.class)
                .isThrownBy(() -> the(RequestCheck.class).of(acme.id()));
        assertThat(messages()).doesNotContain("dns-check-requested");
    }

    @Test
    void asksNothingAboutADomainThatIsNoLongerInUse() {
        Reseller acme = broken();
        var input = inputOf(acme);
        transaction()
                .executeWithoutResult(status -> domains().save(present(acme).release(clock.instant())));
        reply = ELSEWHERE;

        LiveDomainChecked live = done(run(the(CheckLiveDomainWorker.class), input, job()));
        BrokenDomainChecked broken = done(run(the(CheckBrokenDomainWorker.class), input, job()));
        run(the(ConfirmDomainRepairedWorker.class), input, job());

        assertThat(live.domainBroken()).isFalse();
        assertThat(broken.domainRepaired()).isTrue();
        assertThat(mails()).containsExactly("domain-broken");
    }

    @Test
    void findsADomainWellBehindAProxyThatPassesRequestsOn() {
        Reseller acme = watched();
        reply = addresses("104.21.7.9");
        arrival = ARRIVED;

        assertThat(checkLive(acme).domainBroken()).isFalse();
        assertThat(lastKind(present(acme))).isEqualTo(Kind.FOUND_BY_PROXY);
    }

    @Test
    void bearsAProxyThatFailsForAWhileButNotForLong() {
        Reseller acme = watched();
        reply = addresses("198.51.100.4");
        arrival = ARRIVED;
        checkLive(acme);
        arrival = new Arrival(Arrival.Outcome.NONE, "status 522");

        List<Boolean> broken = IntStream.range(0, 6)
                .mapToObj(look -> checkLive(acme).domainBroken())
                .toList();

        assertThat(broken).containsExactly(false, false, false, false, false, true);
        assertThat(lastKind(present(acme))).isEqualTo(Kind.PROXY_ASTRAY);
    }

    @Test
    void countsAgainstAProxyOnlyThatItFailed() {
        Reseller acme = watched();
        reply = addresses("198.51.100.4");
        arrival = ARRIVED;
        checkLive(acme);
        reply = new NotAnswered("ns1.acme.com gives no answer within 5 s");
        IntStream.range(0, 6).forEach(look -> checkLive(acme));

        reply = addresses("198.51.100.4");
        arrival = new Arrival(Arrival.Outcome.NONE, "status 522");
        checkLive(acme);
        LiveDomainChecked second = checkLive(acme);

        assertThat(second.domainBroken()).isFalse();
        assertThat(lastKind(present(acme))).isEqualTo(Kind.PROXY_FAILS);
    }

    @Test
    void tellsOfNewAddressesOnceInWhateverOrderTheyCome() throws UnknownHostException {
        Reseller acme = watched();
        reply = addresses("192.0.2.10");
        ourAddresses = List.of(InetAddresses.forString("192.0.2.10"));
        checkLive(acme);
        arrival = ARRIVED;

        InetAddress named = InetAddress.getByAddress("entry.edge.example", new byte[] {(byte) 192, 0, 2, 20});
        InetAddress second = InetAddresses.forString("192.0.2.30");
        ourAddresses = List.of(named, second);
        checkLive(acme);
        ourAddresses = List.of(second, named);
        checkLive(acme);

        assertThat(mails()).containsExactly("domain-address-outdated");
    }

    @Test
    void tellsOnceWhenOurAddressesChangeAndADomainStillLeadsToTheOldOnes() {
        Reseller acme = watched();
        reply = addresses("192.0.2.10");
        ourAddresses = List.of(InetAddresses.forString("192.0.2.10"));
        checkLive(acme);
        assertThat(mails()).isEmpty();

        ourAddresses = List.of(InetAddresses.forString("192.0.2.20"));
        arrival = ARRIVED;
        LiveDomainChecked first = checkLive(acme);
        LiveDomainChecked second = checkLive(acme);

        assertThat(first.domainBroken()).isFalse();
        assertThat(second.domainBroken()).isFalse();
        assertThat(lastKind(present(acme))).isEqualTo(Kind.FOUND_BY_ADDRESS);
        assertThat(mails()).containsExactly("domain-address-outdated");
    }

    @Test
    void takesADomainForBrokenWhenItsOldAddressIsGone() {
        Reseller acme = watched();
        reply = addresses("192.0.2.10");
        ourAddresses = List.of(InetAddresses.forString("192.0.2.10"));
        checkLive(acme);

        ourAddresses = List.of(InetAddresses.forString("192.0.2.20"));

        assertThat(checkLive(acme).domainBroken()).isTrue();
        assertThat(lastKind(present(acme))).isEqualTo(Kind.ADDRESS_OUTDATED);
    }

    private LiveDomainChecked checkLive(Reseller reseller) {
        return done(run(the(CheckLiveDomainWorker.class), inputOf(reseller), job()));
    }

    private static Reply addresses(String address) {
        return new NoCname(true, List.of(InetAddresses.forString(address)), List.of(), Duration.ofMinutes(5), null);
    }

    private Reseller watched() {
        Reseller acme = liveReseller(CHAT);
        run(the(StartDomainWatchWorker.class), inputOf(acme), job());
        return acme;
    }

    private Reseller broken() {
        Reseller acme = watched();
        reply = ELSEWHERE;
        run(the(CheckLiveDomainWorker.class), inputOf(acme), job());
        run(the(WarnDomainBrokenWorker.class), inputOf(acme), job());
        return acme;
    }
}
