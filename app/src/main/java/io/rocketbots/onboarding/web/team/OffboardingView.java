package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.lifecycle.offboarding.Offboardings;
import io.rocketbots.onboarding.process.TaskKind;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows who wants a reseller to leave, and why. */
@Component
class OffboardingView implements TaskView {

    private final Offboardings offboardings;

    OffboardingView(Offboardings offboardings) {
        this.offboardings = offboardings;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.OFFBOARDING;
    }

    @Override
    public void fill(Task task, Application application, Model model) {
        offboardings
                .openOf(new ResellerId(task.businessId()))
                .ifPresent(open -> model.addAttribute("offboarding", open));
    }
}
