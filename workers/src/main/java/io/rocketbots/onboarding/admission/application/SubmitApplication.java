package io.rocketbots.onboarding.admission.application;

import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.ForApplication;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.jdbc.core.JdbcAggregateTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Takes an application in: the row and the message that starts the process, in one transaction. An address with an
 * application still open gets the link to it again, and nobody can tell from outside which of the two happened.
 */
@Component
public class SubmitApplication {

    private final Applications applications;
    private final JdbcAggregateTemplate aggregates;
    private final Outbox outbox;
    private final Mails mails;
    private final Timeline timeline;
    private final ReviewTerms terms;
    private final Clock clock;
    private final TransactionOperations transaction;

    SubmitApplication(
            Applications applications,
            JdbcAggregateTemplate aggregates,
            Outbox outbox,
            Mails mails,
            Timeline timeline,
            ReviewTerms terms,
            Clock clock,
            TransactionOperations transaction) {
        this.applications = applications;
        this.aggregates = aggregates;
        this.outbox = outbox;
        this.mails = mails;
        this.timeline = timeline;
        this.terms = terms;
        this.clock = clock;
        this.transaction = transaction;
    }

    public void submit(Company company, ApplicantContact contact) {
        try {
            transaction.executeWithoutResult(status -> submitOrMailLink(company, contact));
        } catch (DuplicateKeyException sameMoment) {
            // Twice at once, a double click say: the other one is in by now.
            transaction.executeWithoutResult(status -> submitOrMailLink(company, contact));
        }
    }

    private void submitOrMailLink(Company company, ApplicantContact contact) {
        applications
                .findByOpenEmail(contact.canonicalEmail())
                .ifPresentOrElse(this::mailLinkAgain, () -> accept(company, contact));
    }

    private void mailLinkAgain(Application open) {
        // At most one an hour, so that the form is no way to flood somebody's mailbox.
        String hour = clock.instant().truncatedTo(ChronoUnit.HOURS).toString();
        mails.queue(MailTemplate.APPLICATION_LINK, open.id(), Recipient.applicant(), hour, Map.of());
    }

    private void accept(Company company, ApplicantContact contact) {
        Instant now = clock.instant();
        Application application = Application.submit(company, contact, now, terms.period());
        aggregates.insert(application);
        timeline.tellEverybody(application.id(), contact.contactName(), "Application submitted.");
        outbox.put(
                MessageTypes.APPLICATION_SUBMITTED,
                application.id().value(),
                application.id().value().toString(),
                new ForApplication(application.id().value()));
    }
}
