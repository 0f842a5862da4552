package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.task.ClaimTask;
import io.rocketbots.onboarding.admission.task.ReleaseTask;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;
import org.springframework.web.servlet.view.RedirectView;

/** Lets a colleague say that they are on a task, and that they are not any more. */
@Controller
@RequestMapping("/team/tasks/{id}")
class TaskClaimController {

    private final Tasks tasks;
    private final Accounts accounts;
    private final ClaimTask claimTask;
    private final ReleaseTask releaseTask;

    TaskClaimController(Tasks tasks, Accounts accounts, ClaimTask claimTask, ReleaseTask releaseTask) {
        this.tasks = tasks;
        this.accounts = accounts;
        this.claimTask = claimTask;
        this.releaseTask = releaseTask;
    }

    @PostMapping("/claim")
    RedirectView claim(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal CurrentAccount account,
            RedirectAttributes flash) {
        Task task = task(id);
        try {
            claimTask.claim(task.id(), account.id());
        } catch (Task.ClaimedAlready other) {
            Flash.warn(flash, accounts.get(other.by()).name() + " is on it already.");
        } catch (Task.NotOpen closed) {
            Flash.warn(flash, "This task is closed already.");
        }
        return backTo(back, id);
    }

    @PostMapping("/release")
    RedirectView release(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal CurrentAccount account,
            RedirectAttributes flash) {
        Task task = task(id);
        try {
            releaseTask.release(task.id(), account.id(), account.roles().has(Role.TEAM_LEAD));
        } catch (Task.ClaimedAlready other) {
            Flash.warn(flash, accounts.get(other.by()).name() + " is on it; only they or a team lead can release it.");
        } catch (Task.NotOpen closed) {
            Flash.warn(flash, "This task is closed already.");
        }
        return backTo(back, id);
    }

    private Task task(UUID id) {
        return tasks.findById(new TaskId(id)).orElseThrow(NothingHere::new);
    }

    /** Back to the list as it was; nowhere but there. What it was filtered by may have braces, which mean nothing here. */
    private static RedirectView backTo(String back, UUID id) {
        RedirectView there = new RedirectView(
                back.equals("/team/tasks") || back.startsWith("/team/tasks?")
                        ? back + "#task-" + id
                        : "/team/tasks/" + id);
        there.setExpandUriTemplateVariables(false);
        return there;
    }
}
