package io.rocketbots.onboarding.ending;

import io.rocketbots.onboarding.application.Application;
import io.rocketbots.onboarding.application.ApplicationId;
import io.rocketbots.onboarding.application.ApplicationState;
import io.rocketbots.onboarding.application.Applications;
import io.rocketbots.onboarding.outbox.Outbox;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.timeline.Timeline;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reseller gives up before its platform is live; the process takes back what was given. */
@Component
public class CloseAccount {

    private final Applications applications;
    private final Cancellations cancellations;
    private final Outbox outbox;
    private final Timeline timeline;

    CloseAccount(Applications applications, Cancellations cancellations, Outbox outbox, Timeline timeline) {
        this.applications = applications;
        this.cancellations = cancellations;
        this.outbox = outbox;
        this.timeline = timeline;
    }

    /** Asks the engine to end the case; {@link Application.NotNow} once it is live or asked for already. */
    @Transactional
    public void close(ApplicationId id, String byName) {
        Application application = applications.get(id);
        if (application.state() != ApplicationState.APPROVED) {
            throw new Application.NotNow(application, ApplicationState.CANCELLING);
        }
        applications.save(application.requestCancel());
        cancellations.add(id, byName, null);
        timeline.tellEverybody(id, byName, "Closed the Reseller Account.");
        outbox.put(MessageTypes.ONBOARDING_CANCELLED, id.value(), id.value().toString(), new Nothing());
    }
}
