package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.admission.task.TaskForms;
import io.rocketbots.onboarding.admission.task.Tasks;
import java.util.List;
import org.springframework.stereotype.Component;

/** Lists the tasks of a case with what was decided on them. */
@Component
class CaseTasks {

    private final Tasks tasks;
    private final TaskDecisions decisions;
    private final TaskForms forms;

    CaseTasks(Tasks tasks, TaskDecisions decisions, TaskForms forms) {
        this.tasks = tasks;
        this.decisions = decisions;
        this.forms = forms;
    }

    /** One task of the case; label is how it was decided, empty when it was not. */
    public record TaskLine(Task task, String label, String decidedBy) {}

    /** The newest first. */
    List<TaskLine> of(Application application) {
        return tasks.findByApplicationIdOrderByOpenedAt(application.id()).reversed().stream()
                .map(task -> decisions
                        .findById(task.id())
                        .map(decision -> new TaskLine(
                                task, forms.labelOf(task.kind(), decision.decision()), decision.decidedByName()))
                        .orElseGet(() -> new TaskLine(task, "", "")))
                .toList();
    }
}
