package io.rocketbots.onboarding.lifecycle.termination;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.SettleDecision;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * The applicant takes the application back, as long as nothing is decided. What a reviewer has decided and the process
 * has not recorded yet is void then, and nobody finds a task of the case from that moment on.
 */
@Component
public class WithdrawApplication {

    private final SettleDecision settle;
    private final Applications applications;
    private final Outbox outbox;
    private final Timeline timeline;

    WithdrawApplication(SettleDecision settle, Applications applications, Outbox outbox, Timeline timeline) {
        this.settle = settle;
        this.applications = applications;
        this.outbox = outbox;
        this.timeline = timeline;
    }

    /** Asks the engine to end the case; {@link Application.NotNow} once it is decided or asked for already. */
    @Transactional
    public void withdraw(ApplicationId id) {
        // First of all, as whoever decides does: of the two, one sees what the other has done.
        settle.close(id);
        Application application = applications.get(id);
        if (!application.state().isBeforeDecision()) {
            throw new Application.NotNow(application, ApplicationState.CANCELLING);
        }
        applications.save(application.requestCancel());
        timeline.tellEverybody(id, application.contact().contactName(), "Application withdrawn.");
        outbox.put(MessageTypes.ONBOARDING_CANCELLED, id.value(), id.value().toString(), new Nothing());
    }
}
