package io.rocketbots.onboarding.admission.introduction;

import io.rocketbots.onboarding.admission.task.OpenTasks;
import io.rocketbots.onboarding.admission.task.OpenTasks.Work;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.kernel.job.Job;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks the team to introduce somebody, and promises the reseller by when. */
@Component
public class OpenIntroduction {

    private final OpenTasks tasks;
    private final Resellers resellers;
    private final IntroductionTerms terms;
    private final WorkingCalendar calendar;
    private final Clock clock;

    OpenIntroduction(
            OpenTasks tasks, Resellers resellers, IntroductionTerms terms, WorkingCalendar calendar, Clock clock) {
        this.tasks = tasks;
        this.resellers = resellers;
        this.terms = terms;
        this.calendar = calendar;
        this.clock = clock;
    }

    /** The task, and when nobody is waited for any more. */
    public record Opened(Task task, Instant givesUpAt) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public Opened open(Reseller reseller, Job job) {
        Work work = new Work(
                TaskKind.INTRODUCTION, reseller.applicationId(), reseller.id().value(), null);
        Task task = tasks.open(work, terms.scheduleFrom(clock.instant(), calendar), job);
        if (reseller.state().isOver()) {
            tasks.closeAtOnce(task);
        }
        if (reseller.introductionDueAt() == null) {
            resellers.save(reseller.planIntroduction(task.schedule().dueAt()));
        }
        return new Opened(task, task.openedAt().plus(terms.giveUpAfter()));
    }
}
