package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.kernel.id.AccountId;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells the team what became of a decision, and whoever took one that does not count. */
@Component
class DecisionNotices {

    private final TaskForms forms;
    private final TaskMails mails;
    private final Timeline timeline;

    DecisionNotices(TaskForms forms, TaskMails mails, Timeline timeline) {
        this.forms = forms;
        this.mails = mails;
        this.timeline = timeline;
    }

    /** It counts. */
    void settled(Task task, TaskDecision settled) {
        timeline.tellTeam(
                task.applicationId(),
                settled.decidedByName(),
                task.title() + ": " + forms.labelOf(task.kind(), settled.decision()));
    }

    /** It is void, since the task had been closed before. */
    void needless(Task task, @Nullable AccountId by, String byName, String decision) {
        if (by != null) {
            mails.tellVoid(task, by, decision);
        }
        tell(
                task,
                "What %s decided on “%s” (%s) is void: the task was closed before, since the case went on without it."
                        .formatted(byName, task.title(), forms.labelOf(task.kind(), decision)));
    }

    /** It is void, since it cannot be carried out. */
    void revoked(Task task, TaskDecision standing, String why) {
        tell(
                task,
                "What %s decided on “%s” (%s) is void: %s. The task is open again."
                        .formatted(
                                standing.decidedByName(),
                                task.title(),
                                forms.labelOf(task.kind(), standing.decision()),
                                why));
    }

    /** It is void, since somebody was faster at the other door. */
    void overtaken(Task task, @Nullable AccountId loser, String theirDecision, TaskDecision winner) {
        if (loser != null && !loser.equals(winner.decidedBy())) {
            mails.tellOvertaken(task, loser, theirDecision);
        }
        tell(
                task,
                "“%s” was decided twice; what %s decided counts, the other decision (%s) does not."
                        .formatted(task.title(), winner.decidedByName(), forms.labelOf(task.kind(), theirDecision)));
    }

    /** What came from Tasklist is none. */
    void reopened(Task task, String why) {
        tell(task, "An answer to “%s” from Tasklist is void: %s. The task is open again.".formatted(task.title(), why));
    }

    private void tell(Task task, String words) {
        timeline.tellTeam(task.applicationId(), Timeline.SYSTEM, words);
    }
}
