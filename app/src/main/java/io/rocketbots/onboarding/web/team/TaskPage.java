package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationForm;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.Questions;
import io.rocketbots.onboarding.admission.application.ReviewTerms;
import io.rocketbots.onboarding.admission.review.Evidence;
import io.rocketbots.onboarding.admission.task.LinkChoice;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskComments;
import io.rocketbots.onboarding.admission.task.TaskDecision;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.admission.task.TaskForms;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.configuration.TeamLinks;
import io.rocketbots.onboarding.form.FormRenderer;
import io.rocketbots.onboarding.form.FormView;
import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.lifecycle.offboarding.Offboardings;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.tenancy.account.Account;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers what the page of a task shows. */
@Component
class TaskPage {

    private final Tasks tasks;
    private final TaskDecisions decisions;
    private final TaskComments comments;
    private final TaskForms forms;
    private final FormRenderer renderer;
    private final Applications applications;
    private final ApplicationForm applicationForm;
    private final Questions questions;
    private final Resellers resellers;
    private final Offboardings offboardings;
    private final CustomDomains domains;
    private final Accounts accounts;
    private final Timeline timeline;
    private final Mails mails;
    private final Evidence evidence;
    private final LinkChoice linkChoice;
    private final ReviewTerms terms;
    private final TeamLinks links;
    private final Clock clock;

    TaskPage(
            Tasks tasks,
            TaskDecisions decisions,
            TaskComments comments,
            TaskForms forms,
            FormRenderer renderer,
            Applications applications,
            ApplicationForm applicationForm,
            Questions questions,
            Resellers resellers,
            Offboardings offboardings,
            CustomDomains domains,
            Accounts accounts,
            Timeline timeline,
            Mails mails,
            Evidence evidence,
            LinkChoice linkChoice,
            ReviewTerms terms,
            TeamLinks links,
            Clock clock) {
        this.tasks = tasks;
        this.decisions = decisions;
        this.comments = comments;
        this.forms = forms;
        this.renderer = renderer;
        this.applications = applications;
        this.applicationForm = applicationForm;
        this.questions = questions;
        this.resellers = resellers;
        this.offboardings = offboardings;
        this.domains = domains;
        this.accounts = accounts;
        this.timeline = timeline;
        this.mails = mails;
        this.evidence = evidence;
        this.linkChoice = linkChoice;
        this.terms = terms;
        this.links = links;
        this.clock = clock;
    }

    /**
     * The form that Tasklist shows, less what this page says and asks itself: who decides is known, decisions are
     * buttons, and due date, priority and the link to the case stand above.
     */
    FormView form(Task task) {
        Map<String, String> about = task.about() == null ? Map.of() : Map.of("about", task.about());
        return FormView.of(forms.of(task.kind()).without("decidedBy", "decision", "Text_Case"))
                .withVariables(about);
    }

    String show(Task task, FormView form, CurrentAccount account, Model model) {
        Application application = applications.get(task.applicationId());
        Instant now = clock.instant();
        Optional<AccountId> claimedBy = task.claimedBy(now, terms.claimIdle());
        model.addAttribute("task", task);
        model.addAttribute("application", application);
        model.addAttribute("applicationForm", applicationForm);
        model.addAttribute("fields", renderer.render(form));
        model.addAttribute("errors", form.errors().size());
        model.addAttribute("choices", forms.choices(task.kind()));
        model.addAttribute("claimedByMe", claimedBy.filter(account.id()::equals).isPresent());
        claimedBy
                .flatMap(accounts::findById)
                .map(Account::name)
                .ifPresent(name -> model.addAttribute("claimedByName", name));
        decisions.findById(task.id()).ifPresent(decision -> addDecision(task, decision, account, now, model));
        if (task.isOpen()) {
            model.addAttribute("inTasklist", links.task(task));
        }
        model.addAttribute("questions", questions.findByApplicationIdOrderByRound(application.id()));
        model.addAttribute("comments", comments.findByTaskIdInOrderByWrittenAt(roundsOf(application)));
        model.addAttribute("timeline", timeline.of(application.id()).reversed());
        model.addAttribute(
                "mailUndeliverable", !mails.undeliverableOf(application.id()).isEmpty());
        resellers.findByApplicationId(application.id()).ifPresent(reseller -> model.addAttribute("reseller", reseller));
        linkChoice.inUseBy(task.kind(), application).ifPresent(other -> model.addAttribute("accountInUseBy", other));
        if (task.kind() == TaskKind.REVIEW || task.kind() == TaskKind.DUPLICATE_ACCOUNT) {
            model.addAttribute("mailDomain", evidence.mailDomain(application).name());
            model.addAttribute("earlier", evidence.earlierApplications(application));
            model.addAttribute("similar", evidence.similarResellers(application));
        }
        if (task.kind() == TaskKind.OFFBOARDING) {
            offboardings
                    .openOf(new ResellerId(task.businessId()))
                    .ifPresent(open -> model.addAttribute("offboarding", open));
        }
        if (task.kind() == TaskKind.DOMAIN_HELP) {
            domains.findById(new DomainId(task.businessId())).ifPresent(domain -> model.addAttribute("domain", domain));
        }
        return "team/task";
    }

    private void addDecision(Task task, TaskDecision decision, CurrentAccount account, Instant now, Model model) {
        Instant undoUntil = decision.decidedAt().plus(terms.undo());
        boolean mine = account.id().equals(decision.decidedBy());
        model.addAttribute("decision", decision);
        model.addAttribute("decisionLabel", forms.labelOf(task.kind(), decision.decision()));
        model.addAttribute("mine", mine);
        if (mine && !decision.isRecorded() && now.isBefore(undoUntil)) {
            model.addAttribute("undoUntil", undoUntil);
        }
    }

    /** What was noted in an earlier round is of use in this one, too. */
    private List<TaskId> roundsOf(Application application) {
        return tasks.findByApplicationIdOrderByOpenedAt(application.id()).stream()
                .map(Task::id)
                .toList();
    }
}
