package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.integration.webhook.WebhookEvent;
import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.job.StepWorker;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.Diagnosis;
import io.rocketbots.onboarding.launch.domain.DomainCheck;
import io.rocketbots.onboarding.launch.domain.DomainChecks;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.launch.domain.GiveUpDomain;
import io.rocketbots.onboarding.launch.domain.LookAtDomain;
import io.rocketbots.onboarding.launch.domain.Sighting;
import io.rocketbots.onboarding.launch.domain.step.DomainClaims.Claim;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.CnameChecked;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Looks for a domain's CNAME record once, tells in the log what was seen, and says when to look again. */
@Component
class CheckCnameWorker implements StepWorker<ForDomain, Optional<Sighting>, CnameChecked> {

    private final CustomDomains domains;
    private final DomainChecks checks;
    private final DomainClaims claims;
    private final GiveUpDomain giveUp;
    private final LookAtDomain look;
    private final DomainNotices notices;
    private final CheckCname rule;
    private final Clock clock;

    CheckCnameWorker(
            CustomDomains domains,
            DomainChecks checks,
            DomainClaims claims,
            GiveUpDomain giveUp,
            LookAtDomain look,
            DomainNotices notices,
            CheckCname rule,
            Clock clock) {
        this.domains = domains;
        this.checks = checks;
        this.claims = claims;
        this.giveUp = giveUp;
        this.look = look;
        this.notices = notices;
        this.rule = rule;
        this.clock = clock;
    }

    @Override
    public JobType<ForDomain, CnameChecked> jobType() {
        return JobTypes.CHECK_CNAME;
    }

    @Override
    public Optional<Sighting> ask(ForDomain input) {
        CustomDomain domain = domains.get(new DomainId(input.domainId()));
        return domain.state() == DomainState.WAITING ? Optional.of(look.at(domain)) : Optional.empty();
    }

    @Override
    public Outcome<CnameChecked> apply(ForDomain input, Optional<Sighting> sighting, Job job) {
        CustomDomain domain = domains.get(new DomainId(input.domainId()));
        Instant now = clock.instant();
        if (domain.state() != DomainState.WAITING) {
            // Found by an earlier try of this job, or released meanwhile: activate-domain tells the two apart.
            return Outcome.done(new CnameChecked(true, now));
        }
        Optional<DomainCheck> done = checks.madeFor(domain.id(), job.elementInstanceKey());
        if (done.isPresent()) {
            return Outcome.done(new CnameChecked(false, orNow(done.get().nextCheckAt(), now)));
        }
        if (sighting.isEmpty() || !sighting.get().name().equals(domain.domainName())) {
            // The name was changed while we asked; the message about that starts the wait anew.
            return Outcome.done(new CnameChecked(false, rule.next(domain.cname(), now)));
        }
        return Outcome.done(judge(domain, sighting.get(), job, now));
    }

    private CnameChecked judge(CustomDomain domain, Sighting sighting, Job job, Instant now) {
        Claim claim = claims.judge(domain, sighting);
        Instant next = claim.proven() ? null : rule.next(domain.cname(), now);
        checks.add(
                domain.id(),
                job.elementInstanceKey(),
                new DomainCheck(
                        domain.domainName(),
                        now,
                        sighting.asked(),
                        sighting.answered(),
                        claim.diagnosis(),
                        Diagnosis.warningOf(sighting),
                        next,
                        sighting.ours().toSet()));
        if (next != null) {
            domains.save(domain.missed(next));
            return new CnameChecked(false, next);
        }
        // A name the reseller moved away from and takes back while it still led to the present one.
        claim.former().ifPresent(giveUp::release);
        domains.save(domain.verify());
        notices.tell(domain, "Found the record of " + domain.domainName().inUnicode() + ".");
        notices.publish(domain, WebhookEvent.DOMAIN_VERIFIED);
        return new CnameChecked(true, now);
    }

    private static Instant orNow(@Nullable Instant next, Instant now) {
        return next == null ? now : next;
    }
}
