package io.rocketbots.onboarding.launch.domain.step;

import io.rocketbots.onboarding.admission.application.CaseLinks;
import io.rocketbots.onboarding.admission.task.SettleDecision;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainTerms;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.process.Variables.DomainSetupStarted;
import io.rocketbots.onboarding.process.Variables.ForDomain;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/**
 * Ties the set-up to its process instance and begins to wait for the CNAME record: at first, after a change of the name,
 * and when the team says to keep trying.
 */
@Component
class StartDomainSetupWorker implements LocalStepWorker<ForDomain, DomainSetupStarted> {

    /** The option of the form {@code help-with-domain}. */
    private static final String KEEP_TRYING = "keep-trying";

    private final CustomDomains domains;
    private final DomainTerms terms;
    private final Tasks tasks;
    private final SettleDecision settle;
    private final TaskDecisions decisions;
    private final DomainNotices notices;
    private final CaseLinks links;
    private final Clock clock;

    StartDomainSetupWorker(
            CustomDomains domains,
            DomainTerms terms,
            Tasks tasks,
            SettleDecision settle,
            TaskDecisions decisions,
            DomainNotices notices,
            CaseLinks links,
            Clock clock) {
        this.domains = domains;
        this.terms = terms;
        this.tasks = tasks;
        this.settle = settle;
        this.decisions = decisions;
        this.notices = notices;
        this.links = links;
        this.clock = clock;
    }

    @Override
    public JobType<ForDomain, DomainSetupStarted> jobType() {
        return JobTypes.START_DOMAIN_SETUP;
    }

    @Override
    public Outcome<DomainSetupStarted> apply(ForDomain input, Job job) {
        DomainId id = new DomainId(input.domainId());
        if (!domains.bindSetup(id, job.processInstanceKey())) {
            return Outcome.refused(StepError.DUPLICATE_START);
        }
        CustomDomain domain = domains.get(id);
        Instant now = clock.instant();
        settle.close(domain.applicationId(), TaskKind.DOMAIN_HELP);
        settle.closeCall(domain.applicationId(), "domain");
        if (domain.state().isChangeable()) {
            domains.save(
                    domain.startSetup(job.elementInstanceKey(), terms.setup().giveUp(), now));
            passOnTheTeamsWord(domain);
        }
        return Outcome.done(new DomainSetupStarted(
                terms.setup(), links.linkFor(domain.applicationId()).toString()));
    }

    /** When the team helped and keeps trying, the reseller hears of it, once a task. */
    private void passOnTheTeamsWord(CustomDomain domain) {
        tasks.findFirstByKindAndBusinessIdOrderByRoundDesc(
                        TaskKind.DOMAIN_HELP, domain.id().value())
                .flatMap(task -> decisions.findById(task.id()))
                .filter(decision -> decision.decision().equals(KEEP_TRYING))
                .ifPresent(decision -> notices.mail(
                        MailTemplate.DOMAIN_HELP, domain, decision.taskId().value()));
    }
}
