package io.rocketbots.onboarding.admission.introduction.step;

import io.rocketbots.onboarding.admission.application.CaseLinks;
import io.rocketbots.onboarding.admission.introduction.OpenIntroduction;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.kernel.job.LocalStepWorker;
import io.rocketbots.onboarding.kernel.job.Outcome;
import io.rocketbots.onboarding.process.JobType;
import io.rocketbots.onboarding.process.JobTypes;
import io.rocketbots.onboarding.process.StepError;
import io.rocketbots.onboarding.process.Variables.ForReseller;
import io.rocketbots.onboarding.process.Variables.IntroductionOpened;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import org.springframework.stereotype.Component;

/** Ties the introduction to its process instance and puts it into the team's list. */
@Component
class OpenIntroductionWorker implements LocalStepWorker<ForReseller, IntroductionOpened> {

    private final Resellers resellers;
    private final OpenIntroduction introduction;
    private final CaseLinks links;

    OpenIntroductionWorker(Resellers resellers, OpenIntroduction introduction, CaseLinks links) {
        this.resellers = resellers;
        this.introduction = introduction;
        this.links = links;
    }

    @Override
    public JobType<ForReseller, IntroductionOpened> jobType() {
        return JobTypes.OPEN_INTRODUCTION;
    }

    @Override
    public Outcome<IntroductionOpened> apply(ForReseller input, Job job) {
        ResellerId id = new ResellerId(input.resellerId());
        if (!resellers.bindIntroduction(id, job.processInstanceKey())) {
            return Outcome.refused(StepError.DUPLICATE_START);
        }
        OpenIntroduction.Opened opened = introduction.open(resellers.get(id), job);
        Task task = opened.task();
        return Outcome.done(new IntroductionOpened(
                task.id().value(),
                task.round(),
                task.team(),
                links.linkFor(task.applicationId()).toString(),
                task.schedule().dueAt(),
                task.schedule().remindAt(),
                task.schedule().escalateAt(),
                opened.givesUpAt()));
    }
}
