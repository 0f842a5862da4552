package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.form.Answers;
import io.rocketbots.onboarding.process.Variables.TaskAnswer;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what somebody, or a program, completed a user task with in Tasklist, and says whether that counts. */
@Component
class TasklistAnswers {

    private final TaskForms forms;
    private final StaffCodes staff;
    private final DecisionRules rules;

    TasklistAnswers(TaskForms forms, StaffCodes staff, DecisionRules rules) {
        this.forms = forms;
        this.staff = staff;
        this.rules = rules;
    }

    /**
     * What came from Tasklist.
     *
     * @param by null when nobody has the staff code
     * @param voidBecause null when it counts
     */
    record TasklistAnswer(
            String decision,
            Map<String, String> fields,
            @Nullable Decider by,
            @Nullable String voidBecause) {}

    TasklistAnswer read(Task task, Application application, TaskAnswer answer) {
        Map<String, String> filled = filled(answer);
        String decision = Objects.requireNonNullElse(answer.decision(), "");
        Answers answers = forms.check(task.kind(), filled);
        Decider by = staff.find(filled.getOrDefault("decidedBy", "").strip()).orElse(null);
        return new TasklistAnswer(
                decision, TaskForms.fieldsOf(answers), by, voidBecause(task, application, answers, decision, by));
    }

    private @Nullable String voidBecause(
            Task task, Application application, Answers answers, String decision, @Nullable Decider by) {
        if (by == null) {
            return "nobody of the team has the staff code that was given";
        }
        if (by.isColleagueOf(application.contact())) {
            return by.name() + " works at the applicant's own company";
        }
        boolean offered = forms.choices(task.kind()).stream()
                .anyMatch(option -> option.value().equals(decision));
        if (!answers.isValid() || !offered) {
            return "the form was not filled in as it asks";
        }
        return rules.obstacle(task, decision)
                .or(() -> rules.against(task, decision, by))
                .orElse(null);
    }

    private static Map<String, String> filled(TaskAnswer answer) {
        Map<String, String> filled = new HashMap<>();
        put(filled, "decision", answer.decision());
        put(filled, "decidedBy", answer.decidedBy());
        put(filled, "message", answer.message());
        put(filled, "email", answer.email());
        put(filled, "contactPerson", answer.contactPerson());
        put(filled, "contactEmail", answer.contactEmail());
        put(filled, "contactLink", answer.contactLink());
        put(filled, "note", answer.note());
        return filled;
    }

    private static void put(Map<String, String> filled, String key, @Nullable String value) {
        if (value != null) {
            filled.put(key, value);
        }
    }
}
