package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.CaseInstances;
import io.rocketbots.onboarding.configuration.TeamLinks;
import java.net.URI;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Links the process instances of a case to Operate. */
@Component
class CaseProcesses {

    private final CaseInstances instances;
    private final TeamLinks links;

    CaseProcesses(CaseInstances instances, TeamLinks links) {
        this.instances = instances;
        this.links = links;
    }

    /** A process instance of the case in Operate; about is what it runs for, empty for the case itself. */
    public record ProcessLink(String process, String about, URI url) {}

    /** Adds nothing where there is no Operate to see them in. */
    void fill(Application application, Model model) {
        model.addAttribute("inOperate", links.instance(application.processInstanceKey()));
        model.addAttribute(
                "processes",
                instances.of(application.id()).stream()
                        .flatMap(instance -> Optional.ofNullable(links.instance(instance.key()))
                                .map(url -> new ProcessLink(instance.name(), instance.about(), url))
                                .stream())
                        .toList());
    }
}
