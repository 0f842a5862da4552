package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.admission.application.OnboardingWaits;
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
import io.rocketbots.onboarding.launch.domain.DomainRequests;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.DomainSetupEnded;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Frees a domain that was never set right, so that the reseller may ask for another one. */
@Component
class ReleaseDomainWorker implements LocalStepWorker<ForDomain, DomainSetupEnded> {

    private final CustomDomains domains;
    private final DomainRequests requests;
    private final OnboardingWaits waits;
    private final Resellers resellers;
    private final Mails mails;
    private final Timeline timeline;
    private final Clock clock;

    ReleaseDomainWorker(
            CustomDomains domains,
            DomainRequests requests,
            OnboardingWaits waits,
            Resellers resellers,
            Mails mails,
            Timeline timeline,
            Clock clock) {
        this.domains = domains;
        this.requests = requests;
        this.waits = waits;
        this.resellers = resellers;
        this.mails = mails;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public JobType<ForDomain, DomainSetupEnded> jobType() {
        return JobTypes.RELEASE_DOMAIN;
    }

    @Override
    public Outcome<DomainSetupEnded> apply(ForDomain input, Job job) {
        CustomDomain domain = domains.get(new DomainId(input.domainId()));
        if (domain.state() != DomainState.RELEASED) {
            domains.save(domain.release(clock.instant()));
            if (!domain.isPending()) {
                requests.deadline(
                        domain.applicationId(),
                        job.elementInstanceKey(),
                        clock.instant().plus(waits.domainRequestEnd()));
            }
            mails.queue(
                    MailTemplate.DOMAIN_GIVEN_UP,
                    domain.applicationId(),
                    Recipient.account(resellers.get(domain.resellerId()).accountId()),
                    String.valueOf(job.elementInstanceKey()),
                    Map.of("domainId", input.domainId().toString()));
            timeline.tellEverybody(
                    domain.applicationId(),
                    "The system",
                    "Gave up the domain " + domain.domainName().inUnicode() + ". Another one can be chosen.");
        }
        return Outcome.done(new DomainSetupEnded(false));
    }
}
