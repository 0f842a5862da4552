package io.rocketbots.onboarding.admission.review.step;

import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.ReviewTerms;
import io.rocketbots.onboarding.admission.task.OpenTasks;
import io.rocketbots.onboarding.admission.task.OpenTasks.Work;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.Task.Schedule;
import io.rocketbots.onboarding.admission.task.TaskDecision;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.admission.task.TaskForms;
import io.rocketbots.onboarding.admission.task.TaskMails;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.process.Variables.OpenReview;
import io.rocketbots.onboarding.process.Variables.ReviewOpened;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Puts the review into the team's list, one row a round, due when the application's clock says. */
@Component
class OpenReviewWorker implements LocalStepWorker<OpenReview, ReviewOpened> {

    private final OpenTasks open;
    private final Tasks tasks;
    private final TaskDecisions decisions;
    private final TaskMails mails;
    private final Applications applications;
    private final ReviewTerms terms;
    private final Clock clock;

    OpenReviewWorker(
            OpenTasks open,
            Tasks tasks,
            TaskDecisions decisions,
            TaskMails mails,
            Applications applications,
            ReviewTerms terms,
            Clock clock) {
        this.open = open;
        this.tasks = tasks;
        this.decisions = decisions;
        this.mails = mails;
        this.applications = applications;
        this.terms = terms;
        this.clock = clock;
    }

    @Override
    public JobType<OpenReview, ReviewOpened> jobType() {
        return JobTypes.OPEN_REVIEW;
    }

    @Override
    public Outcome<ReviewOpened> apply(OpenReview input, Job job) {
        Work review = Work.on(TaskKind.REVIEW, new ApplicationId(input.applicationId()));
        Task task = open.openedBy(review, job).orElseGet(() -> open(review, input, job));
        if (!isWanted(review.application())) {
            open.closeAtOnce(task);
        }
        return Outcome.done(new ReviewOpened(
                task.id().value(),
                task.round(),
                task.schedule().dueAt(),
                task.schedule().remindAt()));
    }

    /** The case may be about to end; the engine hears of that in a moment. */
    private boolean isWanted(ApplicationId application) {
        return applications.get(application).state() == ApplicationState.UNDER_REVIEW;
    }

    private Task open(Work review, OpenReview input, Job job) {
        Instant deadline = applications.get(review.application()).reviewClock().reviewDeadline();
        Task task =
                open.open(review, input.triage().reviewTeam(), input.triage().priority(), scheduleUntil(deadline), job);
        if (!isWanted(review.application())) {
            return task;
        }
        Optional<TaskDecision> asked = questionBefore(task);
        if (asked.isPresent()) {
            Task answered = tasks.save(task.answerFor(asked.get().decidedBy(), clock.instant()));
            mails.toTeam(MailTemplate.ANSWER_RECEIVED, answered, String.valueOf(job.elementInstanceKey()));
            return answered;
        }
        mails.toTeam(MailTemplate.NEW_APPLICATIONS, task, String.valueOf(job.elementInstanceKey()));
        return task;
    }

    /** What is left of the time may be less than the reminder comes before its end. */
    private Schedule scheduleUntil(Instant deadline) {
        Instant now = clock.instant();
        Instant remind = deadline.minus(terms.remindBefore());
        if (!remind.isAfter(now)) {
            Duration left = Duration.between(now, deadline);
            remind = left.isNegative() ? deadline : now.plus(left.dividedBy(2));
        }
        return new Schedule(deadline, remind, deadline);
    }

    /** The question that the applicant has answered, if that is why the review is open again. */
    private Optional<TaskDecision> questionBefore(Task task) {
        return tasks.findByKindAndBusinessIdAndRound(TaskKind.REVIEW, task.businessId(), task.round() - 1)
                .flatMap(before -> decisions.findById(before.id()))
                .filter(decision -> decision.decision().equals(TaskForms.REQUEST_INFORMATION));
    }
}
