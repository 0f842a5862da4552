package io.rocketbots.onboarding.account.step;

import io.rocketbots.onboarding.account.Account;
import io.rocketbots.onboarding.account.Accounts;
import io.rocketbots.onboarding.application.ApplicationId;
import io.rocketbots.onboarding.job.Job;
import io.rocketbots.onboarding.job.LocalStepWorker;
import io.rocketbots.onboarding.job.Outcome;
import io.rocketbots.onboarding.mail.MailTemplate;
import io.rocketbots.onboarding.mail.Mails;
import io.rocketbots.onboarding.mail.Recipient;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForCase;
import io.rocketbots.onboarding.process.Variables.WelcomeSent;
import io.rocketbots.onboarding.reseller.ResellerId;
import io.rocketbots.onboarding.reseller.Resellers;
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
        Account account =
                accounts.get(resellers.get(new ResellerId(input.resellerId())).accountId());
        mails.queue(
                account.isActive() ? MailTemplate.WELCOME_EXISTING_ACCOUNT : MailTemplate.WELCOME,
                new ApplicationId(input.applicationId()),
                Recipient.account(account.id()),
                Long.toString(job.elementInstanceKey()),
                Map.of());
        return Outcome.done(new WelcomeSent(account.isActive()));
    }
}
