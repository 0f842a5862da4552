package io.rocketbots.onboarding.kernel.mail;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.persistence.OnEachDatabase;
import io.rocketbots.onboarding.kernel.persistence.SettableClock;
import io.rocketbots.onboarding.kernel.persistence.TestDatabase;
import io.rocketbots.onboarding.kernel.persistence.TestRepositories;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.transaction.support.TransactionTemplate;

@OnEachDatabase
class HeldMailsJdbcTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-02T08:00:00Z"));
    private final AnnotationConfigApplicationContext context;

    HeldMailsJdbcTest(TestDatabase database) {
        context = database.with(clock, TestRepositories.class, Mails.class, MailQueue.class, Timeline.class);
        context.registerBean(TeamDirectory.class, AddressBook::new);
        context.registerBean(MailTerms.class, () -> EveryMail.TERMS);
        context.refresh();
    }

    @AfterEach
    void close() {
        context.close();
    }

    @Test
    void aMailInTheNameOfASuspendedPlatformWaitsUntilItIsOpenAgain() {
        Reseller suspended = save(save(save(reseller()).goLive(clock.instant())).suspend());
        queue(suspended);

        assertThat(the(MailQueue.class).claim()).isEmpty();
        save(suspended.resume());

        assertThat(the(MailQueue.class).claim()).isPresent();
    }

    private void queue(Reseller reseller) {
        the(TransactionTemplate.class)
                .executeWithoutResult(status -> the(Mails.class)
                        .queueFrom(
                                reseller.id(),
                                MailTemplate.PLATFORM_LIVE,
                                reseller.applicationId(),
                                Recipient.account(reseller.accountId()),
                                "",
                                Map.of()));
    }

    private Reseller reseller() {
        Application submitted = Application.submit(
                new Company("Acme Chat", "https://acme.example", "DE", 20, "Chat for shops"),
                new ApplicantContact("Ada Applicant", "ada@acme.example"),
                clock.instant(),
                Duration.ofDays(3));
        Application saved = the(Applications.class).save(submitted);
        return Reseller.create(saved.id(), new AccountId(UUID.randomUUID()), "Acme Chat", "label", clock.instant());
    }

    private Reseller save(Reseller reseller) {
        return the(Resellers.class).save(reseller);
    }

    private <T> T the(Class<T> bean) {
        return context.getBean(bean);
    }
}
