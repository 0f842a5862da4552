package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Lets the platform answer as before on a domain that leads to it again, and tells the reseller. */
@Component
class ConfirmDomainRepairedWorker implements LocalStepWorker<ForDomain, Nothing> {

    private final CustomDomains domains;
    private final Resellers resellers;
    private final Mails mails;
    private final Timeline timeline;

    ConfirmDomainRepairedWorker(CustomDomains domains, Resellers resellers, Mails mails, Timeline timeline) {
        this.domains = domains;
        this.resellers = resellers;
        this.mails = mails;
        this.timeline = timeline;
    }

    @Override
    public JobType<ForDomain, Nothing> jobType() {
        return JobTypes.CONFIRM_DOMAIN_REPAIRED;
    }

    @Override
    public Outcome<Nothing> apply(ForDomain input, Job job) {
        CustomDomain domain = domains.get(new DomainId(input.domainId()));
        if (domain.state() == DomainState.BROKEN || domain.state() == DomainState.SUSPENDED) {
            domains.save(domain.repair());
            String words = domain.domainName().inUnicode() + " leads to the platform again.";
            tell(domain, MailTemplate.DOMAIN_REPAIRED, words, job);
        }
        return Outcome.done();
    }

    private void tell(CustomDomain domain, MailTemplate template, String words, Job job) {
        mails.queue(
                template,
                domain.applicationId(),
                Recipient.account(resellers.get(domain.resellerId()).accountId()),
                String.valueOf(job.elementInstanceKey()),
                Map.of("domainId", domain.id().value().toString()));
        timeline.tellEverybody(domain.applicationId(), "The system", words);
    }
}
