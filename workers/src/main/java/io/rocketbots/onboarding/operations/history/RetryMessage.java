package io.rocketbots.onboarding.operations.history;

import io.rocketbots.onboarding.kernel.outbox.ParkedMessages;
import io.rocketbots.onboarding.kernel.outbox.ParkedMessages.Parked;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Sends a message that the engine refused once more, and tells the team of its case who did that. */
@Component
public class RetryMessage {

    private final ParkedMessages parked;
    private final Subjects subjects;
    private final Timeline timeline;

    RetryMessage(ParkedMessages parked, Subjects subjects, Timeline timeline) {
        this.parked = parked;
        this.subjects = subjects;
        this.timeline = timeline;
    }

    /** False when it is not parked any more. */
    @Transactional
    public boolean retry(UUID id, String byName) {
        Optional<Parked> again = parked.retry(id);
        again.ifPresent(message -> subjects.caseOf(message.aggregateId())
                .ifPresent(application -> timeline.tellTeam(
                        application,
                        byName,
                        "Sends the message “%s”, which the engine refused, once more.".formatted(message.type()))));
        return again.isPresent();
    }
}
