package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.task.LinkChoice;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.process.TaskKind;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows who the applicant seems to be, and whether the account with the same email can become the reseller account. */
@Component
class DuplicateAccountView implements TaskView {

    private final ApplicantEvidence evidence;
    private final LinkChoice linkChoice;

    DuplicateAccountView(ApplicantEvidence evidence, LinkChoice linkChoice) {
        this.evidence = evidence;
        this.linkChoice = linkChoice;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.DUPLICATE_ACCOUNT;
    }

    @Override
    public void fill(Task task, Application application, Model model) {
        evidence.fill(application, model);
        linkChoice.inUseBy(application).ifPresent(other -> model.addAttribute("accountInUseBy", other));
    }
}
