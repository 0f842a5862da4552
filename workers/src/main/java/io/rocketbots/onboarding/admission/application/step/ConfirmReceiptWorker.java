package io.rocketbots.onboarding.admission.application.step;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.CaseLinks;
import io.rocketbots.onboarding.admission.application.OnboardingWaits;
import io.rocketbots.onboarding.admission.application.SharedHosts;
import io.rocketbots.onboarding.admission.application.WorldRegion;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.mail.Recipient;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.ForApplication;
import io.rocketbots.onboarding.process.Variables.ReceiptConfirmed;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Ties the case to its process instance, thanks the applicant and hands triage what it decides from. */
@Component
class ConfirmReceiptWorker implements LocalStepWorker<ForApplication, ReceiptConfirmed> {

    private final Applications applications;
    private final Mails mails;
    private final OnboardingWaits waits;
    private final CaseLinks links;

    ConfirmReceiptWorker(Applications applications, Mails mails, OnboardingWaits waits, CaseLinks links) {
        this.applications = applications;
        this.mails = mails;
        this.waits = waits;
        this.links = links;
    }

    @Override
    public JobType<ForApplication, ReceiptConfirmed> jobType() {
        return JobTypes.CONFIRM_RECEIPT;
    }

    @Override
    public Outcome<ReceiptConfirmed> apply(ForApplication input, Job job) {
        ApplicationId id = new ApplicationId(input.applicationId());
        if (!applications.bind(id, job.processInstanceKey())) {
            return Outcome.refused(StepError.DUPLICATE_START);
        }
        Application application = applications.get(id);
        if (application.state() == ApplicationState.SUBMITTED) {
            applications.save(application.startReview());
            mails.queue(MailTemplate.APPLICATION_RECEIVED, id, Recipient.applicant(), "", Map.of());
        }
        return Outcome.done(new ReceiptConfirmed(
                links.linkFor(id).toString(),
                application.company().expectedSpaces(),
                WorldRegion.of(application.company().country()).id(),
                SharedHosts.isOwnWebsite(application.company().website()),
                SharedHosts.isFreeMail(application.contact().mailDomain()),
                waits.timing()));
    }
}
