package io.rocketbots.onboarding.lifecycle.progress;

import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.NeedlessTask;
import io.rocketbots.onboarding.admission.task.OpenTasks.Work;
import io.rocketbots.onboarding.process.TaskKind;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** A reseller who has already done what they would be reminded of needs no call. */
@Component
class NeedlessCall implements NeedlessTask {

    private final Applications applications;
    private final CaseProgress progress;

    NeedlessCall(Applications applications, CaseProgress progress) {
        this.applications = applications;
        this.progress = progress;
    }

    @Override
    public boolean isNeedless(Work work) {
        return work.kind() == TaskKind.CALL
                && progress.isDone(applications.get(work.application()), Objects.requireNonNull(work.about(), "about"));
    }
}
