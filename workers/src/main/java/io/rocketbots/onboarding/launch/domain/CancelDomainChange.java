package io.rocketbots.onboarding.launch.domain;

import io.rocketbots.onboarding.admission.task.SettleDecision;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.TaskKind;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A reseller whose platform is live stays on its present name after all. */
@Component
public class CancelDomainChange {

    private final CustomDomains domains;
    private final GiveUpDomain giveUp;
    private final SettleDecision settle;
    private final Timeline timeline;

    CancelDomainChange(CustomDomains domains, GiveUpDomain giveUp, SettleDecision settle, Timeline timeline) {
        this.domains = domains;
        this.giveUp = giveUp;
        this.settle = settle;
        this.timeline = timeline;
    }

    /** Gives up the name that is being set up; false when there is none, since it is live by now or was given up. */
    @Transactional
    public boolean of(ResellerId reseller, String actor) {
        return domains.pendingOf(reseller)
                .map(pending -> {
                    cancel(pending, actor);
                    return true;
                })
                .orElse(false);
    }

    private void cancel(CustomDomain pending, String actor) {
        giveUp.release(pending);
        settle.close(pending.applicationId(), TaskKind.DOMAIN_HELP);
        timeline.tellEverybody(
                pending.applicationId(),
                actor,
                "Cancelled the change to " + pending.domainName().inUnicode() + ".");
    }
}
