package io.rocketbots.onboarding.application;

import io.rocketbots.onboarding.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.timeline.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The applicant takes the application back, as long as nothing is decided. */
@Component
public class WithdrawApplication {

    private final Applications applications;
    private final Outbox outbox;
    private final Timeline timeline;

    WithdrawApplication(Applications applications, Outbox outbox, Timeline timeline) {
        this.applications = applications;
        this.outbox = outbox;
        this.timeline = timeline;
    }

    /** Asks the engine to end the case; {@link Application.NotNow} once it is decided or asked for already. */
    @Transactional
    public void withdraw(ApplicationId id) {
        Application application = applications.get(id);
        if (!application.state().isBeforeDecision()) {
            throw new Application.NotNow(application, ApplicationState.CANCELLING);
        }
        applications.save(application.requestCancel());
        timeline.tellEverybody(id, application.contact().contactName(), "Application withdrawn.");
        outbox.put(MessageTypes.ONBOARDING_CANCELLED, id.value(), id.value().toString(), new Nothing());
    }
}
