package io.rocketbots.onboarding.admission.task;

import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** All rules of all features. */
@Component
class DecisionRules {

    private final ObjectProvider<DecisionRule> rules;

    DecisionRules(ObjectProvider<DecisionRule> rules) {
        this.rules = rules;
    }

    /** Why nobody can decide that. */
    Optional<String> obstacle(Task task, String decision) {
        return rules.stream()
                .flatMap(rule -> rule.obstacle(task, decision).stream())
                .findFirst();
    }

    /** Why that person cannot decide that. */
    Optional<String> against(Task task, String decision, Decider by) {
        return rules.stream()
                .flatMap(rule -> rule.against(task, decision, by).stream())
                .findFirst();
    }
}
