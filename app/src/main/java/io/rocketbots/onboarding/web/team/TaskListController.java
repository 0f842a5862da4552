package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.task.TaskForms;
import io.rocketbots.onboarding.admission.task.TaskList;
import io.rocketbots.onboarding.admission.task.TaskList.Filter;
import io.rocketbots.onboarding.admission.task.TaskList.View;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** The task list. Tab and filters stand in the address, so that they can be shared. */
@Controller
class TaskListController {

    private final TaskList tasks;
    private final TaskForms forms;

    TaskListController(TaskList tasks, TaskForms forms) {
        this.tasks = tasks;
        this.forms = forms;
    }

    @GetMapping("/team/tasks")
    String list(
            @RequestParam(defaultValue = "open") String view,
            @RequestParam(defaultValue = "") String team,
            @RequestParam(defaultValue = "") String kind,
            @RequestParam(defaultValue = "") String q,
            @AuthenticationPrincipal CurrentAccount account,
            Model model) {
        View shown = View.of(view);
        TaskKind ofKind = Arrays.stream(TaskKind.values())
                .filter(known -> known.id().equals(kind))
                .findFirst()
                .orElse(null);
        Filter filter = new Filter(team.isBlank() ? null : team, ofKind, q);
        model.addAttribute("view", shown.id());
        model.addAttribute("team", team);
        model.addAttribute("kind", kind);
        model.addAttribute("q", q);
        model.addAttribute("address", address(shown, team, kind, q));
        model.addAttribute("kinds", TaskKind.values());
        model.addAttribute("rows", tasks.find(shown, filter, account.id()));
        model.addAttribute("counts", tasks.counts(filter, account.id()));
        model.addAttribute("forms", forms);
        return "team/tasks";
    }

    /** Goes to the most urgent task that nobody else is on, or back to the list. */
    @GetMapping("/team/tasks/next")
    String next(@RequestParam UUID after, @AuthenticationPrincipal CurrentAccount account) {
        return tasks.next(new TaskId(after), account.id())
                .map(task -> "redirect:/team/tasks/" + task.value())
                .orElse("redirect:/team/tasks");
    }

    private static String address(View view, String team, String kind, String q) {
        UriComponentsBuilder address =
                UriComponentsBuilder.fromPath("/team/tasks").queryParam("view", view.id());
        if (!team.isBlank()) {
            address.queryParam("team", "{team}");
        }
        if (!kind.isBlank()) {
            address.queryParam("kind", "{kind}");
        }
        if (!q.isBlank()) {
            address.queryParam("q", "{q}");
        }
        return address.build(Map.of("team", team, "kind", kind, "q", q)).toString();
    }
}
