package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.CaseLinks;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.admission.application.OnboardingWaits;
import io.rocketbots.onboarding.admission.task.SettledDecisions;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.job.StepWorker;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.TeamDirectory;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.launch.domain.Arrival;
import io.rocketbots.onboarding.launch.domain.ArrivalAnswers;
import io.rocketbots.onboarding.launch.domain.ArrivalCheck;
import io.rocketbots.onboarding.launch.domain.ArrivalTokens;
import io.rocketbots.onboarding.launch.domain.CancelDomainChange;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.Diagnosis.Kind;
import io.rocketbots.onboarding.launch.domain.DnsLookup;
import io.rocketbots.onboarding.launch.domain.DomainChecks;
import io.rocketbots.onboarding.launch.domain.DomainName;
import io.rocketbots.onboarding.launch.domain.DomainProofs;
import io.rocketbots.onboarding.launch.domain.DomainRequests;
import io.rocketbots.onboarding.launch.domain.DomainTerms;
import io.rocketbots.onboarding.launch.domain.GiveUpDomain;
import io.rocketbots.onboarding.launch.domain.LookAtDomain;
import io.rocketbots.onboarding.launch.domain.OwnAddresses;
import io.rocketbots.onboarding.launch.domain.ParkedDomains;
import io.rocketbots.onboarding.launch.domain.ReleasedNames;
import io.rocketbots.onboarding.launch.domain.RequestCheck;
import io.rocketbots.onboarding.launch.domain.RequestDomain;
import io.rocketbots.onboarding.launch.domain.Sighting;
import io.rocketbots.onboarding.launch.domain.Sighting.Cname;
import io.rocketbots.onboarding.launch.domain.Sighting.NoCname;
import io.rocketbots.onboarding.launch.domain.Sighting.Proofs;
import io.rocketbots.onboarding.launch.domain.Sighting.Reply;
import io.rocketbots.onboarding.launch.domain.WatchTerms;
import io.rocketbots.onboarding.process.Variables.CnameChecked;
import io.rocketbots.onboarding.process.Variables.ForCase;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import io.rocketbots.onboarding.process.Variables.Ladder;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.net.InetAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What tests of the steps around a domain share: real tables, a clock that is set, and a DNS that answers what a test
 * says.
 */
class DomainScene {

    static final String CHAT = "chat.acme.com";
    private static final Ladder LADDER =
            new Ladder(Duration.ofDays(1), Duration.ofDays(3), Duration.ofDays(7), Duration.ofDays(30));

    final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T09:00:00Z"));
    private final AnnotationConfigApplicationContext context;
    Reply reply = new NoCname(false, List.of(), List.of(), Duration.ofMinutes(5), null);
    List<String> proofs = List.of();
    List<InetAddress> ourAddresses = List.of();
    Arrival arrival = new Arrival(Arrival.Outcome.NONE, "no connection");
    private long jobs = 100;

    DomainScene(TestDatabase database) {
        context = context(database);
    }

    @AfterEach
    void closes() {
        context.close();
    }

    Reseller reseller() {
        Application application = the(Applications.class)
                .save(Application.submit(
                        new Company("Acme Chat", "https://acme.example", "DE", 20, "Chat for shops"),
                        new ApplicantContact("Ada Applicant", "ada-" + UUID.randomUUID() + "@acme.example"),
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

    Reseller waiting(String name) {
        Reseller reseller = reseller();
        request(reseller, name);
        run(the(StartDomainSetupWorker.class), inputOf(reseller), job());
        return reseller;
    }

    Reseller liveReseller(String name) {
        Reseller reseller = waiting(name);
        reply = found(reseller);
        check(reseller);
        run(the(ActivateDomainWorker.class), inputOf(reseller), job());
        return reseller;
    }

    void request(Reseller reseller, String typed) {
        the(RequestDomain.class).request(reseller.id(), typed, "Ada Applicant");
    }

    CnameChecked check(Reseller reseller) {
        return done(run(the(CheckCnameWorker.class), inputOf(reseller), job()));
    }

    Reply found(Reseller reseller) {
        return new Cname(List.of(present(reseller).target()));
    }

    Kind lastKind(CustomDomain domain) {
        return the(DomainChecks.class).latest(domain).orElseThrow().diagnosis().kind();
    }

    CustomDomain present(Reseller reseller) {
        return domains().currentOf(reseller.id()).orElseThrow();
    }

    ForDomain inputOf(Reseller reseller) {
        return new ForDomain(present(reseller).id().value());
    }

    static ForCase caseOf(Reseller reseller) {
        return new ForCase(reseller.applicationId().value(), reseller.id().value());
    }

    Job job() {
        return new Job("Task", ++jobs, 1);
    }

    <I, A, O> Outcome<O> run(StepWorker<I, A, O> worker, I input, Job job) {
        A answer = worker.ask(input);
        return Objects.requireNonNull(transaction().execute(status -> worker.apply(input, answer, job)));
    }

    static <O> O done(Outcome<O> outcome) {
        return ((Outcome.Done<O>) outcome).output();
    }

    CustomDomains domains() {
        return the(CustomDomains.class);
    }

    TransactionTemplate transaction() {
        return the(TransactionTemplate.class);
    }

    List<String> messages() {
        return the(JdbcClient.class)
                .sql("SELECT message_type FROM outbox ORDER BY seq")
                .query(String.class)
                .list();
    }

    List<String> mails() {
        return the(JdbcClient.class)
                .sql("SELECT template FROM mail_message ORDER BY seq")
                .query(String.class)
                .list();
    }

    <T> T the(Class<T> bean) {
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
                SettledDecisions.class,
                LookAtDomain.class,
                ArrivalAnswers.class,
                DomainRequests.class,
                RequestDomain.class,
                RequestCheck.class,
                StartDomainSetupWorker.class,
                ReleaseFormerDomainWorker.class,
                WatchedDomains.class,
                StartDomainWatchWorker.class,
                CheckLiveDomainWorker.class,
                WarnDomainBrokenWorker.class,
                CheckBrokenDomainWorker.class,
                SuspendDomainWorker.class,
                ConfirmDomainRepairedWorker.class,
                GiveUpDomain.class,
                ParkedDomains.class,
                ReleasedNames.class,
                CancelDomainChange.class,
                DomainNotices.class,
                DomainClaims.class,
                CheckCname.class,
                CheckCnameWorker.class,
                SendDiagnosisWorker.class,
                ActivateDomainWorker.class,
                ReleaseDomainWorker.class,
                CheckDomainRequestWorker.class,
                RemindDomainRequestWorker.class);
        beans.registerBean(TeamDirectory.class, Nobody::new);
        beans.registerBean(DnsLookup.class, () -> this::look);
        beans.registerBean(ArrivalCheck.class, () -> (addresses, domain) -> arrival);
        beans.registerBean(
                ArrivalTokens.class,
                () -> new ArrivalTokens("only-for-tests-and-long-enough-for-that", new SecureRandom()));
        beans.registerBean(DomainProofs.class, () -> new DomainProofs("only-for-tests-and-long-enough-for-that"));
        beans.registerBean(CaseLinks.class, () -> new CaseLinks(URI.create("https://onboarding.example")));
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
                        Duration.ofSeconds(10),
                        Duration.ofDays(30),
                        new WatchTerms(Duration.ofDays(1), Duration.ofHours(1), Duration.ofDays(7))));
        beans.refresh();
        return beans;
    }

    private Sighting look(DomainName name, DomainName target) {
        return new Sighting(
                name,
                target,
                name.registrable(),
                List.of("ns1.acme.com"),
                "ns1.acme.com",
                reply,
                new OwnAddresses(ourAddresses, ourAddresses, List.of()),
                List.of(),
                new Proofs(proofs, List.of(), List.of()),
                null);
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
