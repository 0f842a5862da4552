package io.rocketbots.onboarding.admission.review;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.OnboardingWaits;
import io.rocketbots.onboarding.admission.application.Question;
import io.rocketbots.onboarding.admission.application.Questions;
import io.rocketbots.onboarding.admission.application.ReviewTerms;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.outbox.Outbox;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.MessageTypes;
import io.rocketbots.onboarding.process.Variables.Nothing;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the applicant's answer to the reviewer's question and lets the clock go on. */
@Component
public class ProvideInformation {

    /** The longest answer. */
    public static final int MAX_LENGTH = 5000;

    private final Applications applications;
    private final Questions questions;
    private final Outbox outbox;
    private final Timeline timeline;
    private final ReviewTerms terms;
    private final OnboardingWaits waits;
    private final Clock clock;

    ProvideInformation(
            Applications applications,
            Questions questions,
            Outbox outbox,
            Timeline timeline,
            ReviewTerms terms,
            OnboardingWaits waits,
            Clock clock) {
        this.applications = applications;
        this.questions = questions;
        this.outbox = outbox;
        this.timeline = timeline;
        this.terms = terms;
        this.waits = waits;
        this.clock = clock;
    }

    /** Answers the open question; {@link Application.NotNow} when there is none, or when its time is over. */
    @Transactional
    public void provide(ApplicationId id, String answer) {
        Application application = applications.get(id);
        List<Question> asked = questions.findByApplicationIdOrderByRound(id);
        Instant now = clock.instant();
        if (!isAwaited(asked, now)) {
            throw new Application.NotNow(application, ApplicationState.UNDER_REVIEW);
        }
        Question question = asked.getLast();
        applications.save(application.provideInformation(now, terms.minimumAfterAnswer()));
        questions.save(question.answer(answer, now));
        timeline.tellEverybody(id, application.contact().contactName(), "Question answered. The review goes on.");
        outbox.put(MessageTypes.INFORMATION_PROVIDED, id.value(), id.value() + ":" + question.round(), new Nothing());
    }

    /** Whether an answer would be taken now. */
    public boolean isAwaited(ApplicationId id) {
        return applications.get(id).state() == ApplicationState.WAITING_FOR_APPLICANT
                && isAwaited(questions.findByApplicationIdOrderByRound(id), clock.instant());
    }

    private boolean isAwaited(List<Question> asked, Instant now) {
        return !asked.isEmpty() && !asked.getLast().isAnswered() && !isTooLate(asked.getLast(), now);
    }

    /** The engine ends the wait at that moment, and an answer must not be taken that it will not see. */
    private boolean isTooLate(Question question, Instant now) {
        return !question.askedAt().plus(waits.information().giveUp()).isAfter(now);
    }
}
