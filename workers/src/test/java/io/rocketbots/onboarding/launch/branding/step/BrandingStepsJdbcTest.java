package io.rocketbots.onboarding.launch.branding.step;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.admission.task.SettledDecisions;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.TeamDirectory;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.launch.branding.AppearanceDraft;
import io.rocketbots.onboarding.launch.branding.Logo.LogoHost;
import io.rocketbots.onboarding.launch.branding.LogoFile;
import io.rocketbots.onboarding.launch.branding.LogoFiles;
import io.rocketbots.onboarding.launch.branding.LogoIntake;
import io.rocketbots.onboarding.launch.branding.LogoKind;
import io.rocketbots.onboarding.launch.branding.SaveAppearance;
import io.rocketbots.onboarding.process.Variables.BrandingChecked;
import io.rocketbots.onboarding.process.Variables.ForCase;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class BrandingStepsJdbcTest {

    private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
    private static final Job JOB = new Job("Task_RemindBranding", 77, 5);

    private final AnnotationConfigApplicationContext context;

    private final Reseller reseller;

    private Reseller newReseller() {
        context.registerBean(TeamDirectory.class, NoTeam::new);
        context.refresh();
        Application application = context.getBean(Applications.class)
                .save(Application.submit(
                        new Company("Acme", "https://acme.example", "DE", 10, "Chat"),
                        new ApplicantContact("Kim Lee", UUID.randomUUID() + "@acme.example"),
                        NOW,
                        Duration.ofHours(72)));
        return context.getBean(Resellers.class)
                .save(Reseller.create(
                        application.id(), new AccountId(UUID.randomUUID()), "Acme", "r" + UUID.randomUUID(), NOW));
    }

    BrandingStepsJdbcTest(TestDatabase database) {
        context = database.with(
                new SettableClock(NOW),
                TestRepositories.class,
                Outbox.class,
                Timeline.class,
                Mails.class,
                LogoFiles.class,
                SettledDecisions.class,
                SaveAppearance.class,
                CheckBrandingWorker.class,
                RemindBrandingWorker.class);
        reseller = newReseller();
    }

    @AfterEach
    void close() {
        context.close();
    }

    /** Nobody is on the team here. */
    private static final class NoTeam implements TeamDirectory {
        @Override
        public List<AccountId> members(String team) {
            return List.of();
        }

        @Override
        public List<AccountId> leads() {
            return List.of();
        }
    }

    private <O> Outcome<O> run(Class<? extends LocalStepWorker<ForCase, O>> worker) {
        ForCase input =
                new ForCase(reseller.applicationId().value(), reseller.id().value());
        return Objects.requireNonNull(context.getBean(TransactionTemplate.class)
                .execute(status -> context.getBean(worker).apply(input, JOB)));
    }

    private void completeTheBrand() {
        String svg = "<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 9 9'><circle r='4' fill='#fff'/></svg>";
        Map<LogoKind, String> uploads = Arrays.stream(LogoKind.values())
                .collect(Collectors.toMap(Function.identity(), kind -> {
                    LogoFile file = ((LogoIntake.Result.Taken) LogoIntake.take(kind, svg.getBytes(UTF_8))).file();
                    context.getBean(LogoFiles.class).keep(reseller.id(), kind, file);
                    return file.sha();
                }));
        context.getBean(SaveAppearance.class)
                .save(
                        reseller.id(),
                        new AppearanceDraft(0, "Acme Chat", "#7C3AED", "", "", uploads),
                        LogoHost.ROCKETBOTS,
                        "Kim Lee");
    }

    private int reminders() {
        return context.getBean(JdbcClient.class)
                .sql("SELECT count(*) FROM mail_message WHERE template = 'branding-reminder' AND application_id = :id")
                .param("id", reseller.applicationId().value())
                .query(Integer.class)
                .single();
    }

    @Test
    void theBrandOfANewResellerIsNotComplete() {
        assertThat(run(CheckBrandingWorker.class)).isEqualTo(Outcome.done(new BrandingChecked(false)));
        assertThat(run(CheckBrandingWorker.class)).isEqualTo(Outcome.done(new BrandingChecked(false)));
    }

    @Test
    void aCompleteBrandNeedsNoWait() {
        completeTheBrand();

        assertThat(run(CheckBrandingWorker.class)).isEqualTo(Outcome.done(new BrandingChecked(true)));
        assertThat(run(CheckBrandingWorker.class)).isEqualTo(Outcome.done(new BrandingChecked(true)));
    }

    @Test
    void aReminderIsQueuedOnceHoweverOftenTheJobRuns() {
        run(RemindBrandingWorker.class);
        run(RemindBrandingWorker.class);

        assertThat(reminders()).isOne();
    }

    @Test
    void nobodyIsRemindedOfACompleteBrand() {
        completeTheBrand();

        run(RemindBrandingWorker.class);

        assertThat(reminders()).isZero();
    }
}
