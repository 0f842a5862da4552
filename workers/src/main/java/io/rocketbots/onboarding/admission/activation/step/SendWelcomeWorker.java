package io.rocketbots.onboarding.admission.activation.step;

import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForCase;
import io.rocketbots.onboarding.process.Variables.WelcomeSent;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Welcomes the reseller with an activation link, or with Sign In when the account is active already. */
@Component
class SendWelcomeWorker implements LocalStepWorker<ForCase, WelcomeSent> {

    private final Resellers resellers;
    private final Accounts accounts;
    private final Mails mails;

    SendWelcomeWorker(Resellers resellers, Accounts accounts, Mails mails) {
        this.resellers = resellers;
        this.accounts = accounts;
        this.mails = mails;
    }

    @Override
    public JobType<ForCase, WelcomeSent> jobType() {
        return JobTypes.SEND_WELCOME;
    }

    @Override
    public Outcome<WelcomeSent> apply(ForCase input, Job job) {
        ApplicationId id = new ApplicationId(input.applicationId());
        Account account =
                accounts.get(resellers.get(new ResellerId(input.resellerId())).accountId());
        Recipient to = Recipient.account(account.id());
        if (!account.isActive()) {
            mails.queue(MailTemplate.WELCOME, id, to, Long.toString(job.elementInstanceKey()), Map.of());
        } else if (!mails.wasQueued(MailTemplate.WELCOME, id, to)) {
            // Active by our own link it was welcomed already, though the engine may not have heard of it.
            mails.queue(MailTemplate.WELCOME_EXISTING_ACCOUNT, id, to, "", Map.of());
        }
        return Outcome.done(new WelcomeSent(account.isActive()));
    }
}
