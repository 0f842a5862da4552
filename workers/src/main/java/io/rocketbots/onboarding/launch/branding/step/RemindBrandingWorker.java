package io.rocketbots.onboarding.launch.branding.step;

import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.launch.branding.Brands;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForCase;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reminds the reseller of what the brand still lacks. */
@Component
class RemindBrandingWorker implements LocalStepWorker<ForCase, Nothing> {

    private final Brands brands;
    private final Resellers resellers;
    private final Mails mails;

    RemindBrandingWorker(Brands brands, Resellers resellers, Mails mails) {
        this.brands = brands;
        this.resellers = resellers;
        this.mails = mails;
    }

    @Override
    public JobType<ForCase, Nothing> jobType() {
        return JobTypes.REMIND_BRANDING;
    }

    @Override
    public Outcome<Nothing> apply(ForCase input, Job job) {
        Reseller reseller = resellers.get(new ResellerId(input.resellerId()));
        if (!brands.of(reseller.id()).isComplete()) {
            mails.queue(
                    MailTemplate.BRANDING_REMINDER,
                    reseller.applicationId(),
                    Recipient.account(reseller.accountId()),
                    Long.toString(job.elementInstanceKey()),
                    Map.of("resellerId", reseller.id().value().toString()));
        }
        return Outcome.done();
    }
}
