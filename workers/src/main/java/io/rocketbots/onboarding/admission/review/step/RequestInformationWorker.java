package io.rocketbots.onboarding.admission.review.step;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.Question;
import io.rocketbots.onboarding.admission.application.Questions;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskDecision;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForDecision;
import io.rocketbots.onboarding.process.Variables.InformationRequested;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the applicant what the reviewer wants to know; the clock stands still until the answer. */
@Component
class RequestInformationWorker implements LocalStepWorker<ForDecision, InformationRequested> {

    private final Applications applications;
    private final Questions questions;
    private final Tasks tasks;
    private final TaskDecisions decisions;
    private final Mails mails;
    private final Timeline timeline;
    private final Clock clock;

    RequestInformationWorker(
            Applications applications,
            Questions questions,
            Tasks tasks,
            TaskDecisions decisions,
            Mails mails,
            Timeline timeline,
            Clock clock) {
        this.applications = applications;
        this.questions = questions;
        this.tasks = tasks;
        this.decisions = decisions;
        this.mails = mails;
        this.timeline = timeline;
        this.clock = clock;
    }

    @Override
    public JobType<ForDecision, InformationRequested> jobType() {
        return JobTypes.REQUEST_INFORMATION;
    }

    @Override
    public Outcome<InformationRequested> apply(ForDecision input, Job job) {
        Task task = tasks.get(new TaskId(input.taskId()));
        ApplicationId id = new ApplicationId(input.applicationId());
        Optional<Question> asked = questions.findByApplicationIdAndRound(id, task.round());
        if (asked.isPresent()) {
            return Outcome.done(new InformationRequested(asked.get().isAnswered()));
        }
        Application application = applications.get(id);
        if (application.state() == ApplicationState.UNDER_REVIEW) {
            ask(application, task);
        }
        return Outcome.done(new InformationRequested(false));
    }

    private void ask(Application application, Task task) {
        TaskDecision decision = decisions.get(task.id());
        questions.save(Question.ask(
                application.id(),
                task.round(),
                decision.field("message").orElseThrow(),
                decision.decidedByName(),
                clock.instant()));
        applications.save(application.askForInformation(clock.instant()));
        mails.queue(
                MailTemplate.INFORMATION_REQUESTED,
                application.id(),
                Recipient.applicant(),
                String.valueOf(task.round()),
                Map.of("round", String.valueOf(task.round())));
        timeline.tellEverybody(
                application.id(),
                Timeline.TEAM,
                "We have a question, and wait for the answer. The clock stands still.");
    }
}
