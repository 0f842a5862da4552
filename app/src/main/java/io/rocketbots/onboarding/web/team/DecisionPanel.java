package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.ReviewTerms;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskDecision;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.admission.task.TaskForms;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Fills in what was decided on a task, and until when whoever decided may take it back. */
@Component
class DecisionPanel {

    private final TaskDecisions decisions;
    private final TaskForms forms;
    private final ReviewTerms terms;
    private final Clock clock;

    DecisionPanel(TaskDecisions decisions, TaskForms forms, ReviewTerms terms, Clock clock) {
        this.decisions = decisions;
        this.forms = forms;
        this.terms = terms;
        this.clock = clock;
    }

    /** Adds nothing while the task is undecided. */
    void fill(Task task, CurrentAccount account, Model model) {
        decisions.findById(task.id()).ifPresent(decision -> fill(task, decision, account, model));
    }

    private void fill(Task task, TaskDecision decision, CurrentAccount account, Model model) {
        Instant undoUntil = decision.decidedAt().plus(terms.undo());
        boolean mine = account.id().equals(decision.decidedBy());
        model.addAttribute("decision", decision);
        model.addAttribute("decisionLabel", forms.labelOf(task.kind(), decision.decision()));
        model.addAttribute("mine", mine);
        if (mine && !decision.isRecorded() && clock.instant().isBefore(undoUntil)) {
            model.addAttribute("undoUntil", undoUntil);
        }
    }
}
