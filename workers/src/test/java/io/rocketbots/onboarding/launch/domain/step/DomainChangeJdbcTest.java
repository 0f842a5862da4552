package io.rocketbots.onboarding.launch.domain.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.launch.domain.CancelDomainChange;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.Diagnosis.Kind;
import io.rocketbots.onboarding.launch.domain.DomainRefused;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.launch.domain.GiveUpDomain;
import io.rocketbots.onboarding.launch.domain.RequestCheck;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.DomainActivated;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import io.rocketbots.onboarding.process.Variables.ForFormerDomain;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** A platform that is live moves to another name. */
@OnEachDatabase
class DomainChangeJdbcTest extends DomainScene {

    private static final String APP = "app.acme.com";

    DomainChangeJdbcTest(TestDatabase database) {
        super(database);
    }

    @Test
    void setsTheOtherNameUpBesideTheLiveOne() {
        Reseller acme = liveReseller(CHAT);

        request(acme, APP);
        request(acme, APP);

        assertThat(present(acme).name()).isEqualTo(CHAT);
        assertThat(domains().servedAt(CHAT)).isPresent();
        assertThat(pending(acme).name()).isEqualTo(APP);
        assertThat(messages()).containsExactly("domain-requested", "domain-went-live", "domain-change-requested");
    }

    @Test
    void choosesYetAnotherNameWhileTheFirstOneWaits() {
        Reseller acme = changing(APP);
        CustomDomain before = pending(acme);

        request(acme, "talk.acme.com");

        assertThat(pending(acme).id()).isEqualTo(before.id());
        assertThat(pending(acme).name()).isEqualTo("talk.acme.com");
        assertThat(messages()).endsWith("domain-changed");
    }

    @Test
    void saysThatThePlatformIsThereAlready() {
        Reseller acme = changing(APP);

        assertThatExceptionOfType(DomainRefused.class)
                .isThrownBy(() -> request(acme, CHAT))
                .withMessageContaining("Cancel Change");
    }

    @Test
    void letsTheFormerNameLeadToTheNewOneAsSoonAsThatIsLive() {
        Reseller acme = changing(APP);
        CustomDomain former = present(acme);
        Job job = job();
        verifies(acme);
        ForDomain input = new ForDomain(pending(acme).id().value());

        Outcome<DomainActivated> first = run(the(ActivateDomainWorker.class), input, job);
        Outcome<DomainActivated> second = run(the(ActivateDomainWorker.class), input, job);

        assertThat(second).isEqualTo(first);
        assertThat(done(first).formerDomainId()).isEqualTo(former.id().value());
        assertThat(done(first).redirectUntil()).isEqualTo(clock.instant().plus(Duration.ofDays(30)));
        assertThat(present(acme).name()).isEqualTo(APP);
        assertThat(domains().pendingOf(acme.id())).isEmpty();
        assertThat(domains().servedAt(CHAT)).isEmpty();
        assertThat(domains().redirectingAt(CHAT)).isPresent();
        assertThat(mails()).containsExactly("platform-live");
    }

    @Test
    void releasesTheFormerNameOnceItHasLedLongEnough() {
        Reseller acme = changing(APP);
        ForFormerDomain input = new ForFormerDomain(present(acme).id().value());
        goesLive(acme);

        run(the(ReleaseFormerDomainWorker.class), input, job());
        run(the(ReleaseFormerDomainWorker.class), input, job());

        assertThat(domains().redirectingAt(CHAT)).isEmpty();
        assertThat(domains().findByVerifiedDomain(CHAT)).isEmpty();
        assertThat(messages()).endsWith("domain-change-requested", "domain-went-live", "domain-released");
    }

    @Test
    void keepsTheFormerNameFromOthersWhileItStillLeads() {
        goesLive(changing(APP));

        assertThatExceptionOfType(DomainRefused.class).isThrownBy(() -> request(reseller(), CHAT));
    }

    @Test
    void takesTheFormerNameBackWhileItStillLeads() {
        Reseller acme = changing(APP);
        goesLive(acme);
        request(acme, CHAT);
        startsSetup(acme);

        goesLive(acme);

        assertThat(present(acme).name()).isEqualTo(CHAT);
        assertThat(domains().servedAt(CHAT)).isPresent();
        assertThat(domains().redirectingAt(APP)).isPresent();
    }

    @Test
    void staysWhereItIsWhenTheChangeIsCancelled() {
        Reseller acme = changing(APP);

        boolean first = the(CancelDomainChange.class).of(acme.id(), "Ada Applicant");
        boolean second = the(CancelDomainChange.class).of(acme.id(), "Ada Applicant");

        assertThat(first).isTrue();
        assertThat(second).isFalse();
        assertThat(domains().pendingOf(acme.id())).isEmpty();
        assertThat(domains().servedAt(CHAT)).isPresent();
        assertThat(messages()).endsWith("domain-change-requested", "domain-released");
    }

    @Test
    void staysWhereItIsWhenTheTeamGivesTheOtherNameUp() {
        Reseller acme = changing(APP);

        run(the(ReleaseDomainWorker.class), new ForDomain(pending(acme).id().value()), job());

        assertThat(domains().pendingOf(acme.id())).isEmpty();
        assertThat(present(acme).state()).isEqualTo(DomainState.LIVE);
        assertThat(mails()).containsExactly("domain-given-up");
    }

    @Test
    void checksTheNameThatIsBeingSetUp() {
        Reseller acme = changing(APP);

        the(RequestCheck.class).of(acme.id());

        assertThat(pending(acme).cname().checkRequestedAt()).isEqualTo(clock.instant());
        assertThat(messages()).endsWith("dns-check-requested");
    }

    @Test
    void refusesANameThatAnotherResellerProvedMeanwhile() {
        Reseller acme = changing(APP);
        liveReseller(APP);

        verifies(acme);

        assertThat(lastKind(pending(acme))).isEqualTo(Kind.TAKEN);
        assertThat(pending(acme).state()).isEqualTo(DomainState.WAITING);
    }

    @Test
    void runsOneInstanceADomain() {
        Reseller acme = changing(APP);
        Job another = new Job("Task", 1, 4711);

        Outcome<?> outcome = run(
                the(StartDomainSetupWorker.class),
                new ForDomain(pending(acme).id().value()),
                another);

        assertThat(outcome).isEqualTo(Outcome.refused(StepError.DUPLICATE_START));
    }

    @Test
    void freesEverythingOfAResellerThatLeaves() {
        Reseller acme = changing(APP);
        goesLive(acme);
        request(acme, "talk.acme.com");

        transaction().executeWithoutResult(status -> the(GiveUpDomain.class).of(acme.id()));

        assertThat(domains().findByResellerIdOrderByRequestedAtDesc(acme.id()))
                .extracting(CustomDomain::state)
                .containsOnly(DomainState.RELEASED);
        assertThat(messages().stream().filter("domain-released"::equals)).hasSize(3);
    }

    private Reseller changing(String name) {
        Reseller acme = liveReseller(CHAT);
        request(acme, name);
        startsSetup(acme);
        return acme;
    }

    private void startsSetup(Reseller reseller) {
        run(
                the(StartDomainSetupWorker.class),
                new ForDomain(pending(reseller).id().value()),
                job());
    }

    private void verifies(Reseller reseller) {
        reply = found(reseller);
        run(the(CheckCnameWorker.class), new ForDomain(pending(reseller).id().value()), job());
    }

    private void goesLive(Reseller reseller) {
        ForDomain input = new ForDomain(pending(reseller).id().value());
        verifies(reseller);
        run(the(ActivateDomainWorker.class), input, job());
    }

    private CustomDomain pending(Reseller reseller) {
        return domains().pendingOf(reseller.id()).orElseThrow();
    }
}
