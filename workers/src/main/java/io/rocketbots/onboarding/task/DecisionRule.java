package io.rocketbots.onboarding.task;

import java.util.Optional;

/** A feature's own say in who may decide what; both doors ask every bean of this type. */
public interface DecisionRule {

    /** Why that person cannot decide that, as the end of a sentence; empty when they can. */
    Optional<String> against(Task task, String decision, Decider by);
}
