package io.rocketbots.onboarding.admission.task;

import java.util.Optional;

/** A feature's own say in what can be decided and by whom; both doors ask every bean of this type. */
public interface DecisionRule {

    /** Why that person cannot decide that, as the end of a sentence; empty when they can. */
    default Optional<String> against(Task task, String decision, Decider by) {
        return Optional.empty();
    }

    /**
     * Why nobody can decide that, as the end of a sentence; empty when somebody can. Asked again when the decision takes
     * effect, in the same transaction, since much may have happened in between.
     */
    default Optional<String> obstacle(Task task, String decision) {
        return Optional.empty();
    }
}
