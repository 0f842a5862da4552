package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Shows the domain that its reseller does not get to work. */
@Component
class DomainHelpView implements TaskView {

    private final CustomDomains domains;
    private final Resellers resellers;

    DomainHelpView(CustomDomains domains, Resellers resellers) {
        this.domains = domains;
        this.resellers = resellers;
    }

    @Override
    public TaskKind kind() {
        return TaskKind.DOMAIN_HELP;
    }

    @Override
    public void fill(Task task, Application application, Model model) {
        domains.findById(new DomainId(task.businessId())).ifPresent(domain -> model.addAttribute("domain", domain));
        resellers.findByApplicationId(application.id()).ifPresent(reseller -> model.addAttribute("reseller", reseller));
    }
}
