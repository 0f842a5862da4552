package io.rocketbots.onboarding.lifecycle.offboarding;

import io.rocketbots.onboarding.admission.task.Decider;
import io.rocketbots.onboarding.admission.task.DecisionRule;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.process.TaskKind;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whoever started an offboarding does not confirm it. They may keep the reseller, which is to think better of it. */
@Component
class FourEyes implements DecisionRule {

    /** The option of the form {@code confirm-offboarding} that makes it happen. */
    static final String CONFIRM = "confirm";

    private final Offboardings offboardings;

    FourEyes(Offboardings offboardings) {
        this.offboardings = offboardings;
    }

    @Override
    public Optional<String> against(Task task, String decision, Decider by) {
        return task.kind() == TaskKind.OFFBOARDING && decision.equals(CONFIRM)
                ? offboardings
                        .openOf(new ResellerId(task.businessId()))
                        .filter(open -> open.requestedBy().equals(by.id()))
                        .map(open -> by.name() + " started this offboarding")
                : Optional.empty();
    }
}
