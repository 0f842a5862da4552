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
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.AccountState;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reminds the reseller of the account that still has no password, with a fresh link. */
@Component
class RemindActivationWorker implements LocalStepWorker<ForCase, Nothing> {

    private final Resellers resellers;
    private final Accounts accounts;
    private final Mails mails;

    RemindActivationWorker(Resellers resellers, Accounts accounts, Mails mails) {
        this.resellers = resellers;
        this.accounts = accounts;
        this.mails = mails;
    }

    @Override
    public JobType<ForCase, Nothing> jobType() {
        return JobTypes.REMIND_ACTIVATION;
    }

    @Override
    public Outcome<Nothing> apply(ForCase input, Job job) {
        Account account =
                accounts.get(resellers.get(new ResellerId(input.resellerId())).accountId());
        if (account.state() == AccountState.INVITED) {
            mails.queue(
                    MailTemplate.ACTIVATION_REMINDER,
                    new ApplicationId(input.applicationId()),
                    Recipient.account(account.id()),
                    Long.toString(job.elementInstanceKey()),
                    Map.of());
        }
        return Outcome.done();
    }
}
