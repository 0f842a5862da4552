package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.launch.domain.DomainTerms;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.DomainBrokenWarned;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import java.time.Clock;
import java.time.Instant;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Tells the reseller that a live domain leads elsewhere, and until when the platform answers there all the same. */
@Component
class WarnDomainBrokenWorker implements LocalStepWorker<ForDomain, DomainBrokenWarned> {

    private final CustomDomains domains;
    private final DomainNotices notices;
    private final DomainTerms terms;
    private final Clock clock;

    WarnDomainBrokenWorker(CustomDomains domains, DomainNotices notices, DomainTerms terms, Clock clock) {
        this.domains = domains;
        this.notices = notices;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public JobType<ForDomain, DomainBrokenWarned> jobType() {
        return JobTypes.WARN_DOMAIN_BROKEN;
    }

    @Override
    public Outcome<DomainBrokenWarned> apply(ForDomain input, Job job) {
        CustomDomain domain = domains.get(new DomainId(input.domainId()));
        Instant suspendAt = Objects.requireNonNullElseGet(
                domain.watch().suspendAt(),
                () -> clock.instant().plus(terms.watch().suspendAfter()));
        if (domain.state() == DomainState.LIVE) {
            domains.save(domain.breakDown(clock.instant(), suspendAt));
            notices.mail(MailTemplate.DOMAIN_BROKEN, domain, job.elementInstanceKey());
            notices.tell(domain, domain.domainName().inUnicode() + " does not lead to the platform any more.");
        }
        return Outcome.done(new DomainBrokenWarned(suspendAt));
    }
}
