package io.rocketbots.onboarding.lifecycle.termination;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.SettleDecision;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import java.util.Locale;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The team ends an onboarding before the platform is live; the process takes back what was given and tells both sides. */
@Component
public class CancelOnboarding {

    public static final int LONGEST_REASON = 1000;

    private final SettleDecision settle;
    private final Applications applications;
    private final Cancellations cancellations;
    private final Outbox outbox;
    private final Timeline timeline;

    CancelOnboarding(
            SettleDecision settle,
            Applications applications,
            Cancellations cancellations,
            Outbox outbox,
            Timeline timeline) {
        this.settle = settle;
        this.applications = applications;
        this.cancellations = cancellations;
        this.outbox = outbox;
        this.timeline = timeline;
    }

    /** The reason is wrong; the message says what to do. */
    public static final class Faulty extends RuntimeException {
        Faulty(String whatToDo) {
            super(whatToDo);
        }

        /** What stands at the field. */
        public String whatToDo() {
            return String.valueOf(getMessage());
        }
    }

    /** Asks the engine to end the case; {@link Application.NotNow} once it is live, ended or asked for already. */
    @Transactional
    public void cancel(ApplicationId id, String reason, String byName) {
        String words = reason.strip();
        if (words.isEmpty()) {
            throw new Faulty("Write why it is cancelled.");
        }
        if (words.length() > LONGEST_REASON) {
            throw new Faulty(String.format(
                    Locale.ROOT, "Shorten this to at most 1,000 characters. It has %,d.", words.length()));
        }
        settle.close(id);
        applications.save(applications.get(id).requestCancel());
        cancellations.add(id, byName, words);
        timeline.tellEverybody(id, Timeline.TEAM, "The onboarding is being cancelled.");
        timeline.tellTeam(id, byName, "Cancelled the onboarding: " + words);
        outbox.put(MessageTypes.ONBOARDING_CANCELLED, id.value(), id.value().toString(), new Nothing());
    }
}
