package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.admission.application.ReviewTerms;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Mails the people whom a task concerns: whoever is on it, else its team; and the leads. */
@Component
public class TaskMails {

    private final Mails mails;
    private final ReviewTerms terms;
    private final Clock clock;

    TaskMails(Mails mails, ReviewTerms terms, Clock clock) {
        this.mails = mails;
        this.terms = terms;
        this.clock = clock;
    }

    /** Mails whoever has claimed the task, or the team when nobody has. */
    public void toTeam(MailTemplate template, Task task, String occasion) {
        Optional<AccountId> holder = task.claimedBy(clock.instant(), terms.claimIdle());
        if (holder.isPresent()) {
            mails.queue(template, task.applicationId(), Recipient.account(holder.get()), occasion, ids(task));
        } else {
            mails.queueForTeam(template, task.applicationId(), task.team(), occasion, ids(task));
        }
    }

    public void toLeads(MailTemplate template, Task task, String occasion) {
        mails.queueForLeads(template, task.applicationId(), occasion, ids(task));
    }

    /** Tells somebody that their decision did not count, since another one stands. */
    public void tellOvertaken(Task task, AccountId loser, String theirDecision) {
        mails.queue(
                MailTemplate.DECISION_OVERTAKEN,
                task.applicationId(),
                Recipient.account(loser),
                task.id().value().toString(),
                Map.of("taskId", task.id().value().toString(), "yourDecision", theirDecision));
    }

    /** Tells somebody that their decision did not count, since the task had been closed before. */
    public void tellVoid(Task task, AccountId decider, String theirDecision) {
        mails.queue(
                MailTemplate.DECISION_VOID,
                task.applicationId(),
                Recipient.account(decider),
                task.id().value().toString(),
                Map.of("taskId", task.id().value().toString(), "yourDecision", theirDecision));
    }

    private static Map<String, String> ids(Task task) {
        return Map.of("taskId", task.id().value().toString());
    }
}
