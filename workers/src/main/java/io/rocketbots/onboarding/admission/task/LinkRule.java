package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.process.TaskKind;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Nobody links an account that belongs to another reseller. */
@Component
class LinkRule implements DecisionRule {

    private final Applications applications;
    private final LinkChoice choice;

    LinkRule(Applications applications, LinkChoice choice) {
        this.applications = applications;
        this.choice = choice;
    }

    @Override
    public Optional<String> obstacle(Task task, String decision) {
        return task.kind() == TaskKind.DUPLICATE_ACCOUNT && decision.equals(LinkChoice.LINK_EXISTING_ACCOUNT)
                ? choice.obstacle(applications.get(task.applicationId()))
                : Optional.empty();
    }
}
