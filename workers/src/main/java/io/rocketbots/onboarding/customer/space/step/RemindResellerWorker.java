package io.rocketbots.onboarding.customer.space.step;

import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.Spaces;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForSpace;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Tells the reseller that nobody has joined a Space yet. */
@Component
class RemindResellerWorker implements LocalStepWorker<ForSpace, Nothing> {

    private final Spaces spaces;
    private final Resellers resellers;
    private final Mails mails;

    RemindResellerWorker(Spaces spaces, Resellers resellers, Mails mails) {
        this.spaces = spaces;
        this.resellers = resellers;
        this.mails = mails;
    }

    @Override
    public JobType<ForSpace, Nothing> jobType() {
        return JobTypes.REMIND_RESELLER;
    }

    @Override
    public Outcome<Nothing> apply(ForSpace input, Job job) {
        Space space = spaces.get(new SpaceId(input.spaceId()));
        if (space.isActive()) {
            Reseller reseller = resellers.get(space.platformId().reseller().orElseThrow());
            mails.queue(
                    MailTemplate.SPACE_WITHOUT_OWNER,
                    reseller.applicationId(),
                    Recipient.account(reseller.accountId()),
                    Long.toString(job.elementInstanceKey()),
                    Map.of("spaceId", space.id().value().toString()));
        }
        return Outcome.done();
    }
}
