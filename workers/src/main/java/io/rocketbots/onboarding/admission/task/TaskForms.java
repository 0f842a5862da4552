package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.form.Answers;
import io.rocketbots.onboarding.form.Field;
import io.rocketbots.onboarding.form.Form;
import io.rocketbots.onboarding.process.TaskKind;
import io.rocketbots.onboarding.process.Variables.DecisionRecorded;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The forms of the tasks, the same that Tasklist shows, and the decisions that they offer. */
@Component
public class TaskForms {

    /** The introduction has no choice to make: whoever fills the form in has introduced themselves. */
    public static final String INTRODUCED = "introduced";

    public static final String APPROVE = "approve";
    public static final String REJECT = "reject";
    public static final String REQUEST_INFORMATION = "request-information";

    private static final Set<String> NOT_KEPT = Set.of("decision", "decidedBy");

    private final Map<TaskKind, Form> forms = new EnumMap<>(TaskKind.class);

    TaskForms() {
        for (TaskKind kind : TaskKind.values()) {
            // The tick box only makes room for a message in Tasklist.
            forms.put(kind, Form.named(kind.formId()).without("addMessage"));
        }
    }

    /** The form of that kind of task, with the staff code that only Tasklist asks for. */
    public Form of(TaskKind kind) {
        return Objects.requireNonNull(forms.get(kind));
    }

    /** The decisions to choose from, as buttons name them. */
    public List<Field.Option> choices(TaskKind kind) {
        if (kind == TaskKind.INTRODUCTION) {
            return List.of(new Field.Option("Mark as Introduced", INTRODUCED));
        }
        return of(kind).fields().stream()
                .filter(field -> field.key().equals("decision"))
                .findFirst()
                .orElseThrow()
                .options();
    }

    /** How people call that decision. */
    public String labelOf(TaskKind kind, String decision) {
        return choices(kind).stream()
                .filter(option -> option.value().equals(decision))
                .map(Field.Option::label)
                .findFirst()
                .orElse(decision.equals(DecisionRecorded.REOPEN) ? "Void answer" : decision);
    }

    /** Checks what came from Tasklist, which shows the same form but lets programs complete tasks, too. */
    public Answers check(TaskKind kind, Map<String, String> answer) {
        Map<String, List<String>> posted = answer.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> List.of(entry.getValue())));
        return of(kind).answer(posted);
    }

    /** The fields to be kept with a decision: all but the decision itself and the staff code. */
    public static Map<String, String> fieldsOf(Answers answers) {
        return answers.values().entrySet().stream()
                .filter(entry -> !NOT_KEPT.contains(entry.getKey()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> entry.getValue().toString()));
    }
}
