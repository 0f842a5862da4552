package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.process.TaskKind;
import org.springframework.ui.Model;

/**
 * Fills in what whoever decides on tasks of one kind has to see besides what the page of every task shows. A kind of
 * which there is nothing more to see has none.
 */
interface TaskView {

    /** No two views are of the same kind. */
    TaskKind kind();

    void fill(Task task, Application application, Model model);
}
