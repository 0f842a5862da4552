package io.rocketbots.onboarding.admission.review.step;

import io.rocketbots.onboarding.admission.application.Question;
import io.rocketbots.onboarding.admission.application.Questions;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.Variables.ForApplication;
import io.rocketbots.onboarding.process.Variables.Nothing;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Reminds the applicant of the question that is still open. */
@Component
class RemindApplicantWorker implements LocalStepWorker<ForApplication, Nothing> {

    private final Questions questions;
    private final Mails mails;

    RemindApplicantWorker(Questions questions, Mails mails) {
        this.questions = questions;
        this.mails = mails;
    }

    @Override
    public JobType<ForApplication, Nothing> jobType() {
        return JobTypes.REMIND_APPLICANT;
    }

    @Override
    public Outcome<Nothing> apply(ForApplication input, Job job) {
        ApplicationId id = new ApplicationId(input.applicationId());
        List<Question> asked = questions.findByApplicationIdOrderByRound(id);
        if (!asked.isEmpty() && !asked.getLast().isAnswered()) {
            mails.queue(
                    MailTemplate.INFORMATION_REMINDER,
                    id,
                    Recipient.applicant(),
                    String.valueOf(job.elementInstanceKey()),
                    Map.of("round", String.valueOf(asked.getLast().round())));
        }
        return Outcome.done();
    }
}
