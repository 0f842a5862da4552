package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationForm;
import io.rocketbots.onboarding.admission.application.CaseInstances;
import io.rocketbots.onboarding.admission.application.Questions;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskDecisions;
import io.rocketbots.onboarding.admission.task.TaskForms;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.configuration.TeamLinks;
import io.rocketbots.onboarding.customer.space.SpaceList;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.mail.Mails;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.launch.branding.Brands;
import io.rocketbots.onboarding.launch.domain.Advice;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainCheck;
import io.rocketbots.onboarding.launch.domain.DomainChecks;
import io.rocketbots.onboarding.tenancy.account.Accounts;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Gathers all that the team can know of a case. */
@Component
class CasePage {

    private static final int MOST_CHECKS = 20;

    private final ApplicationForm applicationForm;
    private final Questions questions;
    private final Resellers resellers;
    private final Accounts accounts;
    private final Brands brands;
    private final CustomDomains domains;
    private final DomainChecks checks;
    private final Tasks tasks;
    private final TaskDecisions decisions;
    private final TaskForms forms;
    private final Timeline timeline;
    private final Mails mails;
    private final SpaceList spaces;
    private final CaseInstances instances;
    private final TeamLinks links;

    CasePage(
            ApplicationForm applicationForm,
            Questions questions,
            Resellers resellers,
            Accounts accounts,
            Brands brands,
            CustomDomains domains,
            DomainChecks checks,
            Tasks tasks,
            TaskDecisions decisions,
            TaskForms forms,
            Timeline timeline,
            Mails mails,
            SpaceList spaces,
            CaseInstances instances,
            TeamLinks links) {
        this.applicationForm = applicationForm;
        this.questions = questions;
        this.resellers = resellers;
        this.accounts = accounts;
        this.brands = brands;
        this.domains = domains;
        this.checks = checks;
        this.tasks = tasks;
        this.decisions = decisions;
        this.forms = forms;
        this.timeline = timeline;
        this.mails = mails;
        this.spaces = spaces;
        this.instances = instances;
        this.links = links;
    }

    /** One task of the case; label is how it was decided, empty when it was not. */
    public record TaskLine(Task task, String label, String decidedBy) {}

    /** A domain of the reseller with its last checks in words. */
    public record DomainLook(CustomDomain domain, List<CheckLook> checks) {}

    /** One check and what it means. */
    public record CheckLook(DomainCheck check, Advice advice) {}

    /** A process instance of the case in Operate; about is what it runs for, empty for the case itself. */
    public record ProcessLink(String process, String about, URI url) {}

    void fill(Application application, Model model) {
        model.addAttribute("application", application);
        model.addAttribute("applicationForm", applicationForm);
        model.addAttribute("questions", questions.findByApplicationIdOrderByRound(application.id()));
        model.addAttribute("timeline", timeline.of(application.id()).reversed());
        model.addAttribute("mails", mails.of(application.id()).reversed());
        model.addAttribute(
                "mailUndeliverable", !mails.undeliverableOf(application.id()).isEmpty());
        model.addAttribute("tasks", tasksOf(application));
        model.addAttribute("inOperate", links.instance(application.processInstanceKey()));
        model.addAttribute("processes", processesOf(application));
        resellers.findByApplicationId(application.id()).ifPresent(reseller -> fill(reseller, model));
    }

    private void fill(Reseller reseller, Model model) {
        model.addAttribute("reseller", reseller);
        model.addAttribute("brand", brands.of(reseller.id()));
        model.addAttribute("domains", domainsOf(reseller));
        model.addAttribute("spaces", spaces.all(PlatformId.of(reseller.id())));
        accounts.findById(reseller.accountId()).ifPresent(owner -> model.addAttribute("owner", owner));
    }

    private List<TaskLine> tasksOf(Application application) {
        return tasks.findByApplicationIdOrderByOpenedAt(application.id()).reversed().stream()
                .map(task -> decisions
                        .findById(task.id())
                        .map(decision -> new TaskLine(
                                task, forms.labelOf(task.kind(), decision.decision()), decision.decidedByName()))
                        .orElseGet(() -> new TaskLine(task, "", "")))
                .toList();
    }

    /** Nothing where there is no Operate to see them in. */
    private List<ProcessLink> processesOf(Application application) {
        return instances.of(application.id()).stream()
                .flatMap(instance -> Optional.ofNullable(links.instance(instance.key()))
                        .map(url -> new ProcessLink(instance.name(), instance.about(), url))
                        .stream())
                .toList();
    }

    private List<DomainLook> domainsOf(Reseller reseller) {
        return domains.findByResellerIdOrderByRequestedAtDesc(reseller.id()).stream()
                .map(domain -> new DomainLook(
                        domain,
                        checks.latest(domain, MOST_CHECKS).stream()
                                .map(check -> new CheckLook(
                                        check, Advice.on(check.diagnosis(), check.name(), domain.targetName())))
                                .toList()))
                .toList();
    }
}
