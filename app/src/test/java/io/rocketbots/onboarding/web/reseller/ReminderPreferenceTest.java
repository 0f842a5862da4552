package io.rocketbots.onboarding.web.reseller;

import static org.assertj.core.api.Assertions.assertThat;

import io.rocketbots.onboarding.kernel.mail.Addressee;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.QueuedMail;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.launch.domain.DomainRequests;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.People;
import io.rocketbots.onboarding.web.WholeApp;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@WholeApp
class ReminderPreferenceTest {

    @Autowired
    People people;

    @Autowired
    Accounts accounts;

    @Autowired
    DomainRequests requests;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    Clock clock;

    @Autowired
    List<MailContent> contents;

    @ParameterizedTest
    @EnumSource(
            value = MailTemplate.class,
            names = {"BRANDING_REMINDER", "DOMAIN_REQUEST_REMINDER"})
    void aResellerWhoWantsNoRemindersGetsNone(MailTemplate reminder) {
        Reseller reseller = people.activeReseller();
        transaction.executeWithoutResult(status -> requests.deadline(reseller.applicationId(), 1, clock.instant()));
        assertThat(words(reminder, reseller)).isPresent();

        accounts.save(people.accountOf(reseller).notify(false));

        assertThat(words(reminder, reseller)).isEmpty();
    }

    private Optional<Map<String, Object>> words(MailTemplate reminder, Reseller reseller) {
        Map<String, String> ids = Map.of("resellerId", reseller.id().value().toString());
        QueuedMail mail = new QueuedMail(
                UUID.randomUUID(),
                reminder,
                Recipient.account(reseller.accountId()),
                new Addressee("Ada Applicant", "ada@acme.example"),
                null,
                List.of(new QueuedMail.Occasion(reseller.applicationId(), ids)));
        return contents.stream()
                .filter(content -> content.template() == reminder)
                .findFirst()
                .orElseThrow()
                .fields(mail);
    }
}
