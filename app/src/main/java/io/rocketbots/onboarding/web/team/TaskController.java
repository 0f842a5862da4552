package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.review.WebsiteCheck;
import io.rocketbots.onboarding.admission.task.AddComment;
import io.rocketbots.onboarding.admission.task.ClaimTask;
import io.rocketbots.onboarding.admission.task.DecideTask;
import io.rocketbots.onboarding.admission.task.Decider;
import io.rocketbots.onboarding.admission.task.ReleaseTask;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskComment;
import io.rocketbots.onboarding.admission.task.TaskDecision;
import io.rocketbots.onboarding.admission.task.TaskForms;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.admission.task.UndoDecision;
import io.rocketbots.onboarding.form.Answers;
import io.rocketbots.onboarding.form.FormView;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.account.Role;
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
import org.springframework.web.servlet.view.RedirectView;

/** One task: what is known, what is decided, and what colleagues note. */
@Controller
@RequestMapping("/team/tasks/{id}")
class TaskController {

    private static final String CONFIRM_OFFBOARDING = "confirm";

    private final Tasks tasks;
    private final Applications applications;
    private final Accounts accounts;
    private final TaskPage page;
    private final TaskForms forms;
    private final ClaimTask claimTask;
    private final ReleaseTask releaseTask;
    private final DecideTask decideTask;
    private final UndoDecision undoDecision;
    private final AddComment addComment;
    private final WebsiteCheck websiteCheck;

    TaskController(
            Tasks tasks,
            Applications applications,
            Accounts accounts,
            TaskPage page,
            TaskForms forms,
            ClaimTask claimTask,
            ReleaseTask releaseTask,
            DecideTask decideTask,
            UndoDecision undoDecision,
            AddComment addComment,
            WebsiteCheck websiteCheck) {
        this.tasks = tasks;
        this.applications = applications;
        this.accounts = accounts;
        this.page = page;
        this.forms = forms;
        this.claimTask = claimTask;
        this.releaseTask = releaseTask;
        this.decideTask = decideTask;
        this.undoDecision = undoDecision;
        this.addComment = addComment;
        this.websiteCheck = websiteCheck;
    }

    @GetMapping
    String show(@PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, Model model) {
        Task task = task(id);
        claimTask.keepAlive(task.id(), account.id());
        return page.show(task, page.form(task), account, model);
    }

    /** Whether the website answers; asked for by the page once it is there, since it may take its time. */
    @GetMapping("/website")
    String website(@PathVariable UUID id, Model model) {
        Application application = applications.get(task(id).applicationId());
        model.addAttribute("website", websiteCheck.check(application.company().website()));
        return "team/_website";
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
            warn(flash, accounts.get(other.by()).name() + " is on it already.");
        } catch (Task.NotOpen closed) {
            warn(flash, "This task is closed already.");
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
            warn(flash, accounts.get(other.by()).name() + " is on it; only they or a team lead can release it.");
        } catch (Task.NotOpen closed) {
            warn(flash, "This task is closed already.");
        }
        return backTo(back, id);
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
        String decision = decisionIn(task, posted);
        Answers answers = forms.of(task.kind()).without("decidedBy").answer(posted);
        if (decision.isEmpty() || !answers.isValid()) {
            return again(task, page.form(task).withAnswers(answers), account, model, HttpStatus.BAD_REQUEST);
        }
        try {
            decideTask.decide(task.id(), decider(account), decision, TaskForms.fieldsOf(answers));
        } catch (DecideTask.AlreadyDecided | Task.NotOpen tooLate) {
            model.addAttribute("tooLate", true);
            return again(task(id), page.form(task).withAnswers(answers), account, model, HttpStatus.CONFLICT);
        } catch (DecideTask.OwnCompany colleague) {
            model.addAttribute("ownCompany", true);
            return again(task, page.form(task).withAnswers(answers), account, model, HttpStatus.CONFLICT);
        } catch (DecideTask.NotYours refused) {
            model.addAttribute("notYours", refused.why());
            return again(task, page.form(task).withAnswers(answers), account, model, HttpStatus.CONFLICT);
        } catch (DecideTask.Impossible refused) {
            model.addAttribute("linkImpossible", refused.why());
            return again(task, page.form(task).withAnswers(answers), account, model, HttpStatus.CONFLICT);
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
            warn(flash, "Too late: the decision has gone out already.");
            return new ModelAndView("redirect:/team/tasks/" + id);
        }
        model.addAttribute("flash", "Undone. Nobody has been told anything.");
        Task task = task(id);
        FormView form = page.form(task).withValues(Map.copyOf(undone.get().allFields()));
        return again(task, form, account, model, HttpStatus.OK);
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
            return again(task, page.form(task), account, model, HttpStatus.BAD_REQUEST);
        }
        addComment.add(task.id(), decider(account), text);
        claimTask.keepAlive(task.id(), account.id());
        return new ModelAndView("redirect:/team/tasks/" + id + "#comments");
    }

    private ModelAndView again(Task task, FormView form, CurrentAccount account, Model model, HttpStatus status) {
        return new ModelAndView(page.show(task, form, account, model), model.asMap(), status);
    }

    private Task task(UUID id) {
        return tasks.findById(new TaskId(id)).orElseThrow(NothingHere::new);
    }

    /** The button that was pressed, if it is one of the form's. */
    private String decisionIn(Task task, MultiValueMap<String, String> posted) {
        String pressed = posted.getFirst("decision");
        return forms.choices(task.kind()).stream()
                .map(option -> option.value())
                .filter(value -> value.equals(pressed))
                .findFirst()
                .orElse("");
    }

    private static Decider decider(CurrentAccount account) {
        return new Decider(account.id(), account.name(), account.email());
    }

    private static void warn(RedirectAttributes flash, String text) {
        flash.addFlashAttribute("flash", text);
        flash.addFlashAttribute("flashKind", "warning");
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
