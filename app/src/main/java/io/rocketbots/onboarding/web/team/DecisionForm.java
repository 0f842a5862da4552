package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.TaskForms;
import io.rocketbots.onboarding.form.Answers;
import io.rocketbots.onboarding.form.Field;
import io.rocketbots.onboarding.form.FormRenderer;
import io.rocketbots.onboarding.form.FormView;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/**
 * The form that Tasklist shows, less what the page says and asks itself: who decides is known, decisions are buttons,
 * and due date, priority and the link to the case stand above.
 */
@Component
class DecisionForm {

    private final TaskForms forms;
    private final FormRenderer renderer;

    DecisionForm(TaskForms forms, FormRenderer renderer) {
        this.forms = forms;
        this.renderer = renderer;
    }

    /** The empty form of that task. */
    FormView of(Task task) {
        Map<String, String> about = task.about() == null ? Map.of() : Map.of("about", task.about());
        return FormView.of(forms.of(task.kind()).without("decidedBy", "decision", "Text_Case"))
                .withVariables(about);
    }

    /** What was filled in, with what is wrong about it. */
    Answers read(Task task, MultiValueMap<String, String> posted) {
        return forms.of(task.kind()).without("decidedBy").answer(posted);
    }

    /** The button that was pressed; empty when it is none of the form's. */
    String decisionIn(Task task, MultiValueMap<String, String> posted) {
        String pressed = posted.getFirst("decision");
        return forms.choices(task.kind()).stream()
                .map(Field.Option::value)
                .filter(value -> value.equals(pressed))
                .findFirst()
                .orElse("");
    }

    void fill(Task task, FormView form, Model model) {
        model.addAttribute("fields", renderer.render(form));
        model.addAttribute("errors", form.errors().size());
        model.addAttribute("choices", forms.choices(task.kind()));
    }
}
