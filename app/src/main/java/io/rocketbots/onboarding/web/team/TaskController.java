package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.task.AddComment;
import io.rocketbots.onboarding.admission.task.ClaimTask;
import io.rocketbots.onboarding.admission.task.DecideTask;
import io.rocketbots.onboarding.admission.task.Decider;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskComment;
import io.rocketbots.onboarding.admission.task.TaskDecision;
import io.rocketbots.onboarding.admission.task.TaskForms;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.admission.task.UndoDecision;
import io.rocketbots.onboarding.form.Answers;
import io.rocketbots.onboarding.form.FormView;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import io.rocketbots.onboarding.web.security.RequiresReauthentication;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** One task: what is known, what is decided, and what colleagues note. */
@Controller
@RequestMapping("/team/tasks/{id}")
class TaskController {

    private static final String CONFIRM_OFFBOARDING = "confirm";

    private final Tasks tasks;
    private final TaskPage page;
    private final DecisionForm form;
    private final ClaimTask claimTask;
    private final DecideTask decideTask;
    private final UndoDecision undoDecision;
    private final AddComment addComment;

    TaskController(
            Tasks tasks,
            TaskPage page,
            DecisionForm form,
            ClaimTask claimTask,
            DecideTask decideTask,
            UndoDecision undoDecision,
            AddComment addComment) {
        this.tasks = tasks;
        this.page = page;
        this.form = form;
        this.claimTask = claimTask;
        this.decideTask = decideTask;
        this.undoDecision = undoDecision;
        this.addComment = addComment;
    }

    @GetMapping
    String show(@PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, Model model) {
        Task task = task(id);
        claimTask.keepAlive(task.id(), account.id());
        return page.show(task, form.of(task), account, model);
    }

    /** The only decision of that name. */
    @PostMapping(path = "/decide", params = "decision=" + CONFIRM_OFFBOARDING)
    @RequiresReauthentication(to = "confirm the offboarding of a reseller", back = "/team/tasks/{id}")
    ModelAndView confirmOffboarding(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> posted,
            @AuthenticationPrincipal CurrentAccount account,
            Model model) {
        return decide(id, posted, account, model);
    }

    @PostMapping("/decide")
    ModelAndView decide(
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> posted,
            @AuthenticationPrincipal CurrentAccount account,
            Model model) {
        Task task = task(id);
        String decision = form.decisionIn(task, posted);
        Answers answers = form.read(task, posted);
        if (decision.isEmpty() || !answers.isValid()) {
            return again(task, form.of(task).withAnswers(answers), account, model, HttpStatus.BAD_REQUEST);
        }
        try {
            decideTask.decide(task.id(), decider(account), decision, TaskForms.fieldsOf(answers));
        } catch (DecideTask.AlreadyDecided | Task.NotOpen tooLate) {
            model.addAttribute("tooLate", true);
            return again(task(id), form.of(task).withAnswers(answers), account, model, HttpStatus.CONFLICT);
        } catch (DecideTask.OwnCompany colleague) {
            model.addAttribute("ownCompany", true);
            return again(task, form.of(task).withAnswers(answers), account, model, HttpStatus.CONFLICT);
        } catch (DecideTask.NotYours refused) {
            model.addAttribute("notYours", refused.why());
            return again(task, form.of(task).withAnswers(answers), account, model, HttpStatus.CONFLICT);
        } catch (DecideTask.Impossible refused) {
            model.addAttribute("linkImpossible", refused.why());
            return again(task, form.of(task).withAnswers(answers), account, model, HttpStatus.CONFLICT);
        }
        return new ModelAndView("redirect:/team/tasks/" + id);
    }

    /** Shows the form as it was filled in before: that may be more than goes through a redirect. */
    @PostMapping("/undo")
    ModelAndView undo(
            @PathVariable UUID id,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes flash) {
        Optional<TaskDecision> undone = undoDecision.undo(task(id).id(), account.id());
        if (undone.isEmpty()) {
            Flash.warn(flash, "Too late: the decision has gone out already.");
            return new ModelAndView("redirect:/team/tasks/" + id);
        }
        model.addAttribute("flash", "Undone. Nobody has been told anything.");
        Task task = task(id);
        FormView filled = form.of(task).withValues(Map.copyOf(undone.get().allFields()));
        return again(task, filled, account, model, HttpStatus.OK);
    }

    @PostMapping("/comments")
    ModelAndView comment(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String comment,
            @AuthenticationPrincipal CurrentAccount account,
            Model model) {
        Task task = task(id);
        String text = comment.strip();
        if (text.isEmpty() || text.length() > TaskComment.MAX_LENGTH) {
            model.addAttribute("typedComment", comment);
            model.addAttribute(
                    "commentError",
                    text.isEmpty()
                            ? "Write something first."
                            : "Shorten this to at most " + TaskComment.MAX_LENGTH + " characters.");
            return again(task, form.of(task), account, model, HttpStatus.BAD_REQUEST);
        }
        addComment.add(task.id(), decider(account), text);
        claimTask.keepAlive(task.id(), account.id());
        return new ModelAndView("redirect:/team/tasks/" + id + "#comments");
    }

    private ModelAndView again(Task task, FormView filled, CurrentAccount account, Model model, HttpStatus status) {
        return new ModelAndView(page.show(task, filled, account, model), model.asMap(), status);
    }

    private Task task(UUID id) {
        return tasks.findById(new TaskId(id)).orElseThrow(NothingHere::new);
    }

    private static Decider decider(CurrentAccount account) {
        return new Decider(account.id(), account.name(), account.email());
    }
}
