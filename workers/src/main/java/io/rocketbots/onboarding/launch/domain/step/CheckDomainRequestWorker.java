package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.admission.application.OnboardingWaits;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainRequests;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.DomainRequestChecked;
import io.rocketbots.onboarding.process.Variables.ForCase;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * Looks whether the reseller has asked for a domain already. If not, the time to do so begins: at first, after a domain
 * was given up, and when the team extended it.
 */
@Component
class CheckDomainRequestWorker implements LocalStepWorker<ForCase, DomainRequestChecked> {

    private final CustomDomains domains;
    private final DomainRequests requests;
    private final OnboardingWaits waits;
    private final Clock clock;

    CheckDomainRequestWorker(CustomDomains domains, DomainRequests requests, OnboardingWaits waits, Clock clock) {
        this.domains = domains;
        this.requests = requests;
        this.waits = waits;
        this.clock = clock;
    }

    @Override
    public JobType<ForCase, DomainRequestChecked> jobType() {
        return JobTypes.CHECK_DOMAIN_REQUEST;
    }

    @Override
    public Outcome<DomainRequestChecked> apply(ForCase input, Job job) {
        Optional<UUID> domain = domains.currentOf(new ResellerId(input.resellerId()))
                .map(CustomDomain::id)
                .map(id -> id.value());
        Instant deadline = requests.deadline(
                new ApplicationId(input.applicationId()),
                job.elementInstanceKey(),
                clock.instant().plus(waits.domainRequestEnd()));
        return Outcome.done(new DomainRequestChecked(domain.isPresent(), domain.orElse(null), deadline));
    }
}
