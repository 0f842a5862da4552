package io.rocketbots.onboarding.launch.domain.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.Diagnosis.Kind;
import io.rocketbots.onboarding.launch.domain.DomainChecks;
import io.rocketbots.onboarding.launch.domain.DomainRefused;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.launch.domain.RequestCheck;
import io.rocketbots.onboarding.launch.domain.Sighting;
import io.rocketbots.onboarding.launch.domain.Sighting.NotAnswered;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.CnameChecked;
import io.rocketbots.onboarding.process.Variables.DomainActivated;
import io.rocketbots.onboarding.process.Variables.DomainRequestChecked;
import io.rocketbots.onboarding.process.Variables.DomainSetupEnded;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The steps of the domain set-up against real tables; each runs twice, as a repeated job would. */
@OnEachDatabase
class DomainStepsJdbcTest extends DomainScene {

    DomainStepsJdbcTest(TestDatabase database) {
        super(database);
    }

    @Test
    void asksTheProcessForADomainOnce() {
        Reseller acme = reseller();

        request(acme, "https://Chat.Acme.com/");
        request(acme, CHAT);

        assertThat(present(acme).name()).isEqualTo(CHAT);
        assertThat(messages()).containsExactly("domain-requested");
    }

    @Test
    void keepsTheIdWhenTheNameIsChangedWhileWaiting() {
        Reseller acme = reseller();
        request(acme, CHAT);
        CustomDomain before = present(acme);

        request(acme, "app.acme.com");

        assertThat(present(acme).id()).isEqualTo(before.id());
        assertThat(present(acme).name()).isEqualTo("app.acme.com");
        assertThat(messages()).containsExactly("domain-requested", "domain-changed");
    }

    @Test
    void refusesANameThatAnotherResellerHasProved() {
        liveReseller(CHAT);

        assertThatExceptionOfType(DomainRefused.class).isThrownBy(() -> request(reseller(), CHAT));
    }

    @Test
    void letsTwoResellersAskForTheSameNameUntilOneProvesIt() {
        Reseller acme = waiting(CHAT);
        Reseller other = waiting(CHAT);
        reply = found(acme);
        check(acme);
        reply = found(other);

        CnameChecked checked = check(other);

        assertThat(present(acme).state()).isEqualTo(DomainState.VERIFIED);
        assertThat(checked.cnameFound()).isFalse();
        assertThat(lastKind(present(other))).isEqualTo(Kind.TAKEN);
    }

    @Test
    void letsOnlyOneWinWhenTwoProveTheSameNameAtOnce() {
        CustomDomain acme = present(waiting(CHAT));
        CustomDomain other = present(waiting(CHAT));
        domains().save(acme.verify());

        assertThatThrownBy(() -> domains().save(other.verify())).isInstanceOf(RuntimeException.class);
        assertThat(domains().get(other.id()).state()).isEqualTo(DomainState.WAITING);
    }

    @Test
    void logsACheckOnceHoweverOftenItsJobIsRepeated() {
        Reseller acme = waiting(CHAT);
        Job job = job();
        ForDomain input = inputOf(acme);

        CnameChecked first = done(run(the(CheckCnameWorker.class), input, job));
        CnameChecked second = done(run(the(CheckCnameWorker.class), input, job));

        assertThat(second).isEqualTo(first);
        assertThat(first.nextCheckAt())
                .isBetween(clock.instant().plusSeconds(30), clock.instant().plusSeconds(33));
        assertThat(the(DomainChecks.class).latest(present(acme), 10)).hasSize(1);
        assertThat(present(acme).cname().checks()).isEqualTo(1);
    }

    @Test
    void goesOnAfterSilence() {
        Reseller acme = waiting(CHAT);
        reply = new NotAnswered("ns1.acme.com gives no answer within 5 s");

        assertThat(check(acme).cnameFound()).isFalse();
        assertThat(lastKind(present(acme))).isEqualTo(Kind.COULD_NOT_ASK);
        assertThat(present(acme).state()).isEqualTo(DomainState.WAITING);
    }

    @Test
    void ignoresAnAnswerAboutANameThatWasChangedMeanwhile() {
        Reseller acme = waiting(CHAT);
        reply = found(acme);
        CheckCnameWorker worker = the(CheckCnameWorker.class);
        Optional<Sighting> answer = worker.ask(inputOf(acme));
        request(acme, "app.acme.com");

        CnameChecked checked = done(
                Objects.requireNonNull(transaction().execute(status -> worker.apply(inputOf(acme), answer, job()))));

        assertThat(checked.cnameFound()).isFalse();
        assertThat(present(acme).state()).isEqualTo(DomainState.WAITING);
    }

    @Test
    void activatesAVerifiedDomainAndSaysTheSameWhenRepeated() {
        Reseller acme = waiting(CHAT);
        reply = found(acme);
        check(acme);
        Job job = job();

        Outcome<DomainActivated> first = run(the(ActivateDomainWorker.class), inputOf(acme), job);
        Outcome<DomainActivated> second = run(the(ActivateDomainWorker.class), inputOf(acme), job);

        assertThat(done(first).domainLive()).isTrue();
        assertThat(second).isEqualTo(first);
        assertThat(domains().servedAt(CHAT)).isPresent();
    }

    @Test
    void refusesToActivateADomainWhoseNameWasChanged() {
        Reseller acme = waiting(CHAT);
        reply = found(acme);
        check(acme);
        request(acme, "app.acme.com");

        Outcome<DomainActivated> outcome = run(the(ActivateDomainWorker.class), inputOf(acme), job());

        assertThat(outcome).isEqualTo(Outcome.refused(StepError.DOMAIN_CHANGED));
        assertThat(domains().servedAt(CHAT)).isEmpty();
    }

    @Test
    void releasesADomainOnceAndFreesItsName() {
        Reseller acme = waiting(CHAT);
        ForDomain input = inputOf(acme);
        Job job = job();

        run(the(ReleaseDomainWorker.class), input, job);
        Outcome<DomainSetupEnded> second = run(the(ReleaseDomainWorker.class), input, job);

        assertThat(done(second).domainLive()).isFalse();
        assertThat(domains().currentOf(acme.id())).isEmpty();
        assertThat(mails()).containsExactly("domain-given-up");
        request(acme, CHAT);
        assertThat(present(acme).state()).isEqualTo(DomainState.WAITING);
    }

    @Test
    void leavesTheWaitForADomainThatWasReleased() {
        Reseller acme = waiting(CHAT);
        ForDomain input = inputOf(acme);
        run(the(ReleaseDomainWorker.class), input, job());

        assertThat(done(run(the(CheckCnameWorker.class), input, job())).cnameFound())
                .isTrue();
        assertThat(done(run(the(ActivateDomainWorker.class), input, job())).domainLive())
                .isFalse();
    }

    @Test
    void mailsTheDiagnosisOncePerVisit() {
        Reseller acme = waiting(CHAT);
        Job job = job();

        run(the(SendDiagnosisWorker.class), inputOf(acme), job);
        run(the(SendDiagnosisWorker.class), inputOf(acme), job);

        assertThat(mails()).containsExactly("domain-diagnosis");
    }

    @Test
    void remindsOnlyWhoHasNotAskedYet() {
        Reseller acme = reseller();
        Job job = job();
        run(the(RemindDomainRequestWorker.class), caseOf(acme), job);
        run(the(RemindDomainRequestWorker.class), caseOf(acme), job);
        request(acme, CHAT);

        run(the(RemindDomainRequestWorker.class), caseOf(acme), job());

        assertThat(mails()).containsExactly("domain-request-reminder");
    }

    @Test
    void keepsTheDeadlineForARepeatedJobAndMovesItForTheNextVisit() {
        Reseller acme = reseller();
        Job job = job();
        DomainRequestChecked first = done(run(the(CheckDomainRequestWorker.class), caseOf(acme), job));
        clock.advance(Duration.ofDays(31));

        DomainRequestChecked repeated = done(run(the(CheckDomainRequestWorker.class), caseOf(acme), job));
        DomainRequestChecked extended = done(run(the(CheckDomainRequestWorker.class), caseOf(acme), job()));

        assertThat(repeated).isEqualTo(first);
        assertThat(first.domainRequestDeadline()).isEqualTo(Instant.parse("2026-05-31T09:00:00Z"));
        assertThat(extended.domainRequestDeadline())
                .isEqualTo(first.domainRequestDeadline().plus(Duration.ofDays(31)));
    }

    @Test
    void seesADomainThatWasAskedForBeforeTheProcessCameBy() {
        Reseller acme = reseller();
        request(acme, CHAT);

        DomainRequestChecked checked = done(run(the(CheckDomainRequestWorker.class), caseOf(acme), job()));

        assertThat(checked.domainRequested()).isTrue();
        assertThat(checked.domainId()).isEqualTo(present(acme).id().value());
    }

    @Test
    void restartsTheIntervalsOnCheckNowAndAsksTheProcessOnce() {
        Reseller acme = waiting(CHAT);
        check(acme);
        check(acme);

        the(RequestCheck.class).of(acme.id());
        clock.advance(Duration.ofSeconds(10));
        the(RequestCheck.class).of(acme.id());

        assertThat(present(acme).cname().checks()).isZero();
        assertThat(messages()).containsExactly("domain-requested", "dns-check-requested");
    }

    @Test
    void refusesCheckNowWithinTenSeconds() {
        Reseller acme = waiting(CHAT);
        the(RequestCheck.class).of(acme.id());
        clock.advance(Duration.ofSeconds(9));

        assertThatExceptionOfType(RequestCheck.TooSoon.class)
                .isThrownBy(() -> the(RequestCheck.class).of(acme.id()))
                .satisfies(refusal -> assertThat(refusal.retryAfter()).isEqualTo(Duration.ofSeconds(1)));
    }

    @Test
    void beginsToWaitAnewOnCheckNowWhileTheTeamHelps() {
        Reseller acme = waiting(CHAT);
        clock.advance(Duration.ofDays(30));
        assertThat(present(acme).needsHelp(clock.instant())).isTrue();

        the(RequestCheck.class).of(acme.id());
        clock.advance(Duration.ofSeconds(10));
        the(RequestCheck.class).of(acme.id());
        run(the(StartDomainSetupWorker.class), inputOf(acme), job());

        assertThat(messages()).containsExactly("domain-requested", "domain-changed");
        assertThat(present(acme).needsHelp(clock.instant())).isFalse();
    }
}
