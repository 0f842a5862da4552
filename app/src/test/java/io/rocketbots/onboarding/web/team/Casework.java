package io.rocketbots.onboarding.web.team;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.StepWorker;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.process.Variables.OpenReview;
import io.rocketbots.onboarding.process.Variables.OpenTask;
import io.rocketbots.onboarding.process.Variables.Triage;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.context.ApplicationContext;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.FactorGrantedAuthority;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

/** Applications and tasks for the team's pages, opened by the very steps that open them in the process. */
public final class Casework {

    private static final AtomicLong VISITS = new AtomicLong(1);

    private static final GrantedAuthority PASSWORD_GIVEN =
            FactorGrantedAuthority.fromAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY);

    private final ApplicationContext context;

    public Casework(ApplicationContext context) {
        this.context = context;
    }

    /** An application under review, of a company with a name of its own. */
    public Application application() {
        return application("bea-" + UUID.randomUUID() + "@bakery.example");
    }

    public Application application(String email) {
        String name = "Company " + UUID.randomUUID();
        Application submitted = Application.submit(
                new Company(name, "", "DE", 25, "Chat for bakeries"),
                new ApplicantContact("Bea Baker", email),
                Instant.now(),
                Duration.ofDays(3));
        Applications applications = context.getBean(Applications.class);
        return applications.save(applications.save(submitted).startReview());
    }

    /** The review of that application, open. */
    public Task review(Application application) {
        run(JobTypes.OPEN_REVIEW, new OpenReview(application.id().value(), new Triage(70, "reviewers")));
        return newest(application);
    }

    /** Another task about that application, open. */
    public Task task(Application application, String kind) {
        UUID id = application.id().value();
        run(JobTypes.OPEN_TASK, new OpenTask(kind, id, id, kind.equals("call") ? "branding" : null));
        return newest(application);
    }

    /** A task about something of that reseller, open. */
    Task task(Reseller reseller, TaskKind kind, UUID about) {
        run(JobTypes.OPEN_TASK, new OpenTask(kind.id(), reseller.applicationId().value(), about, null));
        return context.getBean(Tasks.class)
                .findFirstByKindAndBusinessIdOrderByRoundDesc(kind, about)
                .orElseThrow();
    }

    private Task newest(Application application) {
        return context.getBean(Tasks.class)
                .findByApplicationIdOrderByOpenedAt(application.id())
                .getLast();
    }

    @SuppressWarnings("unchecked")
    private <I> void run(JobType<I, ?> type, I input) {
        StepWorker<I, Object, Object> worker =
                (StepWorker<I, Object, Object>) (StepWorker<?, ?, ?>) context.getBeanProvider(StepWorker.class).stream()
                        .filter(step -> step.jobType().equals(type))
                        .findFirst()
                        .orElseThrow();
        Object asked = worker.ask(input);
        context.getBean(TransactionTemplate.class)
                .executeWithoutResult(
                        status -> worker.apply(input, asked, new Job("Task", VISITS.getAndIncrement(), 4711)));
    }

    /** A request of that account, which gave its password just now, with what forms need. */
    static MockMvcRequestBuilder by(Account account, MockMvcRequestBuilder request) {
        Platform rocketbots = new Platform(PlatformId.ROCKETBOTS, "localhost");
        CurrentAccount current = new CurrentAccount(
                account.id(),
                account.name(),
                account.email(),
                account.roles(),
                account.reviewTeams(),
                account.staffCode(),
                rocketbots);
        return request.with(authentication(
                        UsernamePasswordAuthenticationToken.authenticated(current, null, List.of(PASSWORD_GIVEN))))
                .with(csrf());
    }

    public static MockMvcRequestBuilder get(MockMvcTester mvc, Account account, String path) {
        return by(account, mvc.get().uri(path));
    }

    static MockMvcRequestBuilder post(MockMvcTester mvc, Account account, String path) {
        return by(account, mvc.post().uri(path));
    }
}
