package io.rocketbots.onboarding.lifecycle.golive.step;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.SettleDecision;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.lifecycle.golive.OpenToCustomers;
import io.rocketbots.onboarding.lifecycle.termination.CompleteCancellation;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.process.Variables.ForCase;
import io.rocketbots.onboarding.process.Variables.Nothing;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** Brand and domain are there: the reseller is live, and hears it from a mail in its own brand. */
@Component
class GoLiveWorker implements LocalStepWorker<ForCase, Nothing> {

    private final Applications applications;
    private final Resellers resellers;
    private final OpenToCustomers openToCustomers;
    private final CompleteCancellation completeCancellation;
    private final SettleDecision settle;
    private final GoLiveNotices notices;
    private final Clock clock;

    GoLiveWorker(
            Applications applications,
            Resellers resellers,
            OpenToCustomers openToCustomers,
            CompleteCancellation completeCancellation,
            SettleDecision settle,
            GoLiveNotices notices,
            Clock clock) {
        this.applications = applications;
        this.resellers = resellers;
        this.openToCustomers = openToCustomers;
        this.completeCancellation = completeCancellation;
        this.settle = settle;
        this.notices = notices;
        this.clock = clock;
    }

    @Override
    public JobType<ForCase, Nothing> jobType() {
        return JobTypes.GO_LIVE;
    }

    @Override
    public Outcome<Nothing> apply(ForCase input, Job job) {
        ApplicationId id = new ApplicationId(input.applicationId());
        Application application = applications.get(id);
        // Somebody asked to cancel before, and the process ends here.
        if (application.state() == ApplicationState.CANCELLING) {
            completeCancellation.of(application);
        }
        if (application.state() != ApplicationState.APPROVED) {
            return Outcome.done();
        }
        Instant now = clock.instant();
        Reseller reseller = resellers.get(new ResellerId(input.resellerId()));
        resellers.save(reseller.goLive(now));
        applications.save(application.goLive(now));
        openToCustomers.open(reseller.id());
        // A call that was opened while what it is about was being done.
        settle.close(id, TaskKind.CALL);
        notices.tell(reseller);
        return Outcome.done();
    }
}
