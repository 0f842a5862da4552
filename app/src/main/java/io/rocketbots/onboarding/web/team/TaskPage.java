package io.rocketbots.onboarding.web.team;

import static java.util.stream.Collectors.toMap;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskComments;
import io.rocketbots.onboarding.configuration.TeamLinks;
import io.rocketbots.onboarding.form.FormView;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of a task shows: the same for all of them, and what the {@link TaskView} of its kind adds. */
@Component
class TaskPage {

    private final Applications applications;
    private final CaseSummary summary;
    private final ClaimBadge claim;
    private final DecisionPanel decision;
    private final DecisionForm form;
    private final TaskComments comments;
    private final TeamLinks links;
    private final Map<TaskKind, TaskView> views;

    TaskPage(
            Applications applications,
            CaseSummary summary,
            ClaimBadge claim,
            DecisionPanel decision,
            DecisionForm form,
            TaskComments comments,
            TeamLinks links,
            List<TaskView> views) {
        this.applications = applications;
        this.summary = summary;
        this.claim = claim;
        this.decision = decision;
        this.form = form;
        this.comments = comments;
        this.links = links;
        this.views = views.stream().collect(toMap(TaskView::kind, Function.identity()));
    }

    String show(Task task, FormView filled, CurrentAccount account, Model model) {
        Application application = applications.get(task.applicationId());
        summary.fill(application, model);
        model.addAttribute("task", task);
        claim.fill(task, account, model);
        decision.fill(task, account, model);
        form.fill(task, filled, model);
        // What was noted on an earlier task of the case is of use for this one, too.
        model.addAttribute("comments", comments.ofCase(application.id()));
        if (task.isOpen()) {
            model.addAttribute("inTasklist", links.task(task));
        }
        Optional.ofNullable(views.get(task.kind())).ifPresent(view -> view.fill(task, application, model));
        return "team/task";
    }
}
