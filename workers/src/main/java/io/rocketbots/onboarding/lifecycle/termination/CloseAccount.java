package io.rocketbots.onboarding.lifecycle.termination;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.SettleDecision;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.launch.branding.ConfirmingName;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The reseller gives up before its platform is live; the process takes back what was given. */
@Component
public class CloseAccount {

    private final SettleDecision settle;
    private final Applications applications;
    private final ConfirmingName confirmingName;
    private final Cancellations cancellations;
    private final Outbox outbox;
    private final Timeline timeline;

    CloseAccount(
            SettleDecision settle,
            Applications applications,
            ConfirmingName confirmingName,
            Cancellations cancellations,
            Outbox outbox,
            Timeline timeline) {
        this.settle = settle;
        this.applications = applications;
        this.confirmingName = confirmingName;
        this.cancellations = cancellations;
        this.outbox = outbox;
        this.timeline = timeline;
    }

    /**
     * Asks the engine to end the case; {@link Application.NotNow} once it is live or asked for already.
     *
     * @param typedName what the owner typed, so that it does not happen by mistake
     * @return what is wrong with that name, in a sentence for the owner; then nothing has happened
     */
    @Transactional
    public Optional<String> close(Reseller reseller, String typedName, String byName) {
        Application application = applications.get(reseller.applicationId());
        if (application.state() != ApplicationState.APPROVED) {
            throw new Application.NotNow(application, ApplicationState.CANCELLING);
        }
        Optional<String> fault = confirmingName.fault(reseller, typedName);
        if (fault.isEmpty()) {
            settle.close(application.id());
            UUID id = application.id().value();
            applications.save(applications.get(application.id()).requestCancel());
            cancellations.add(application.id(), byName, null);
            timeline.tellEverybody(application.id(), byName, "Closed the Reseller Account.");
            outbox.put(MessageTypes.ONBOARDING_CANCELLED, id, id.toString(), new Nothing());
        }
        return fault;
    }
}
