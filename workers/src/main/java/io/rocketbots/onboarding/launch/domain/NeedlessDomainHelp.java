package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.admission.task.NeedlessTask;
import io.rocketbots.onboarding.admission.task.OpenTasks.Work;
import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.process.TaskKind;
import org.springframework.stereotype.Component;

/** A domain that has been given up needs no help. */
@Component
class NeedlessDomainHelp implements NeedlessTask {

    private final CustomDomains domains;

    NeedlessDomainHelp(CustomDomains domains) {
        this.domains = domains;
    }

    @Override
    public boolean isNeedless(Work work) {
        return work.kind() == TaskKind.DOMAIN_HELP
                && domains.findById(new DomainId(work.businessId()))
                        .filter(domain -> domain.state() == DomainState.RELEASED)
                        .isPresent();
    }
}
