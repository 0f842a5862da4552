package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.process.TaskKind;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows the reviewer of an application who the applicant seems to be. */
@Component
class ReviewView implements TaskView {

    private final ApplicantEvidence evidence;

    ReviewView(ApplicantEvidence evidence) {
        this.evidence = evidence;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.REVIEW;
    }

    @Override
    public void fill(Task task, Application application, Model model) {
        evidence.fill(application, model);
    }
}
