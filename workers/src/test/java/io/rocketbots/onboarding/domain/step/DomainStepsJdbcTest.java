package io.rocketbots.onboarding.domain.step;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.rocketbots.onboarding.account.AccountId;
import io.rocketbots.onboarding.application.Application;
import io.rocketbots.onboarding.application.Applications;
import io.rocketbots.onboarding.application.Company;
import io.rocketbots.onboarding.application.Contact;
import io.rocketbots.onboarding.application.OnboardingWaits;
import io.rocketbots.onboarding.domain.CustomDomain;
import io.rocketbots.onboarding.domain.CustomDomains;
import io.rocketbots.onboarding.domain.Diagnosis.Kind;
import io.rocketbots.onboarding.domain.DnsLookup;
import io.rocketbots.onboarding.domain.DomainChecks;
import io.rocketbots.onboarding.domain.DomainName;
import io.rocketbots.onboarding.domain.DomainRefused;
import io.rocketbots.onboarding.domain.DomainRequests;
import io.rocketbots.onboarding.domain.DomainState;
import io.rocketbots.onboarding.domain.DomainTerms;
import io.rocketbots.onboarding.domain.RequestCheck;
import io.rocketbots.onboarding.domain.RequestDomain;
import io.rocketbots.onboarding.domain.Sighting;
import io.rocketbots.onboarding.domain.Sighting.Cname;
import io.rocketbots.onboarding.domain.Sighting.NoCname;
import io.rocketbots.onboarding.domain.Sighting.NotAnswered;
import io.rocketbots.onboarding.domain.Sighting.Reply;
import io.rocketbots.onboarding.job.Job;
import io.rocketbots.onboarding.job.Outcome;
import io.rocketbots.onboarding.job.StepWorker;
import io.rocketbots.onboarding.mail.Mails;
import io.rocketbots.onboarding.mail.TeamDirectory;
import io.rocketbots.onboarding.outbox.Outbox;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.CnameChecked;
import io.rocketbots.onboarding.process.Variables.DomainRequestChecked;
import io.rocketbots.onboarding.process.Variables.DomainSetupEnded;
import io.rocketbots.onboarding.process.Variables.ForCase;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import io.rocketbots.onboarding.process.Variables.Ladder;
import io.rocketbots.onboarding.reseller.Reseller;
import io.rocketbots.onboarding.reseller.Resellers;
import io.rocketbots.onboarding.store.OnEachDatabase;
import io.rocketbots.onboarding.store.SettableClock;
import io.rocketbots.onboarding.store.TestDatabase;
import io.rocketbots.onboarding.store.TestRepositories;
import io.rocketbots.onboarding.timeline.Timeline;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The steps of the domain set-up against real tables; each runs twice, as a repeated job would. */
@OnEachDatabase
class DomainStepsJdbcTest {

    private static final String CHAT = "chat.acme.com";
    private static final Ladder LADDER =
            new Ladder(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(30));

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final AnnotationConfigApplicationContext context;
    private Reply reply = new NoCname(false, List.of(), List.of(), Duration.ofMinutes(5), null);
    private long jobs = 100;

    DomainStepsJdbcTest(TestDatabase database) {
        context = context(database);
    }

    @AfterEach
    void closes() {
        context.close();
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
    void refusesAnotherNameOnceLive() {
        Reseller acme = liveReseller(CHAT);

        assertThatExceptionOfType(RequestDomain.NotChangeable.class).isThrownBy(() -> request(acme, "app.acme.com"));
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
        assertThat(lastKind(other)).isEqualTo(Kind.TAKEN);
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
        assertThat(lastKind(acme)).isEqualTo(Kind.COULD_NOT_ASK);
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

        Outcome<DomainSetupEnded> first = run(the(ActivateDomainWorker.class), inputOf(acme), job);
        Outcome<DomainSetupEnded> second = run(the(ActivateDomainWorker.class), inputOf(acme), job);

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

        Outcome<DomainSetupEnded> outcome = run(the(ActivateDomainWorker.class), inputOf(acme), job());

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

    private Reseller reseller() {
        Application application = the(Applications.class)
                .save(Application.submit(
                        new Company("Acme Chat", "https://acme.example", "DE", 20, "Chat for shops"),
                        new Contact("Ada Applicant", "ada-" + UUID.randomUUID() + "@acme.example"),
                        clock.instant(),
                        Duration.ofDays(3)));
        return the(Resellers.class)
                .save(Reseller.create(
                        application.id(),
                        new AccountId(UUID.randomUUID()),
                        "Acme Chat",
                        "t" + UUID.randomUUID().toString().substring(0, 12),
                        clock.instant()));
    }

    private Reseller waiting(String name) {
        Reseller reseller = reseller();
        request(reseller, name);
        run(the(StartDomainSetupWorker.class), inputOf(reseller), job());
        return reseller;
    }

    private Reseller liveReseller(String name) {
        Reseller reseller = waiting(name);
        reply = found(reseller);
        check(reseller);
        run(the(ActivateDomainWorker.class), inputOf(reseller), job());
        return reseller;
    }

    private void request(Reseller reseller, String typed) {
        the(RequestDomain.class).request(reseller.id(), typed, "Ada Applicant");
    }

    private CnameChecked check(Reseller reseller) {
        return done(run(the(CheckCnameWorker.class), inputOf(reseller), job()));
    }

    private Reply found(Reseller reseller) {
        return new Cname(List.of(present(reseller).target()));
    }

    private Kind lastKind(Reseller reseller) {
        return the(DomainChecks.class)
                .latest(present(reseller))
                .orElseThrow()
                .diagnosis()
                .kind();
    }

    private CustomDomain present(Reseller reseller) {
        return domains().currentOf(reseller.id()).orElseThrow();
    }

    private ForDomain inputOf(Reseller reseller) {
        return new ForDomain(present(reseller).id().value());
    }

    private static ForCase caseOf(Reseller reseller) {
        return new ForCase(reseller.applicationId().value(), reseller.id().value());
    }

    private Job job() {
        return new Job("Task", ++jobs, 1);
    }

    private <I, A, O> Outcome<O> run(StepWorker<I, A, O> worker, I input, Job job) {
        A answer = worker.ask(input);
        return Objects.requireNonNull(transaction().execute(status -> worker.apply(input, answer, job)));
    }

    private static <O> O done(Outcome<O> outcome) {
        return ((Outcome.Done<O>) outcome).output();
    }

    private CustomDomains domains() {
        return the(CustomDomains.class);
    }

    private TransactionTemplate transaction() {
        return the(TransactionTemplate.class);
    }

    private List<String> messages() {
        return the(JdbcClient.class)
                .sql("SELECT message_type FROM outbox ORDER BY seq")
                .query(String.class)
                .list();
    }

    private List<String> mails() {
        return the(JdbcClient.class)
                .sql("SELECT template FROM mail_message ORDER BY seq")
                .query(String.class)
                .list();
    }

    private <T> T the(Class<T> bean) {
        return context.getBean(bean);
    }

    private AnnotationConfigApplicationContext context(TestDatabase database) {
        AnnotationConfigApplicationContext beans = database.with(
                clock,
                TestRepositories.class,
                Mails.class,
                Timeline.class,
                Outbox.class,
                DomainChecks.class,
                DomainRequests.class,
                RequestDomain.class,
                RequestCheck.class,
                StartDomainSetupWorker.class,
                CheckCnameWorker.class,
                SendDiagnosisWorker.class,
                ActivateDomainWorker.class,
                ReleaseDomainWorker.class,
                CheckDomainRequestWorker.class,
                RemindDomainRequestWorker.class);
        beans.registerBean(TeamDirectory.class, Nobody::new);
        beans.registerBean(DnsLookup.class, () -> this::look);
        beans.registerBean(
                OnboardingWaits.class, () -> new OnboardingWaits(LADDER, LADDER, LADDER, LADDER, Duration.ofDays(90)));
        beans.registerBean(
                DomainTerms.class,
                () -> new DomainTerms(
                        List.of(),
                        "edge.example",
                        false,
                        LADDER,
                        List.of(Duration.ofSeconds(30), Duration.ofMinutes(1), Duration.ofHours(1)),
                        Duration.ofDays(7),
                        Duration.ofHours(6),
                        Duration.ofSeconds(10)));
        beans.refresh();
        return beans;
    }

    private Sighting look(DomainName name, DomainName target) {
        return new Sighting(
                name, target, name.registrable(), List.of("ns1.acme.com"), "ns1.acme.com", reply, List.of(), List.of());
    }

    private static final class Nobody implements TeamDirectory {
        @Override
        public List<AccountId> members(String team) {
            return List.of();
        }

        @Override
        public List<AccountId> leads() {
            return List.of();
        }
    }
}
