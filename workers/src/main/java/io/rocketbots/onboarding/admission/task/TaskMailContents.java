package io.rocketbots.onboarding.admission.task;

import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.kernel.id.TaskId;
import io.rocketbots.onboarding.kernel.mail.MailContent;
import io.rocketbots.onboarding.kernel.mail.MailTemplate;
import io.rocketbots.onboarding.kernel.mail.QueuedMail.Occasion;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What the mails to the team about its tasks say. Once a task is decided, none of them is of use any more. */
@Configuration
class TaskMailContents {

    private final Tasks tasks;
    private final TaskDecisions decisions;
    private final TaskForms forms;
    private final Applications applications;

    TaskMailContents(Tasks tasks, TaskDecisions decisions, TaskForms forms, Applications applications) {
        this.tasks = tasks;
        this.decisions = decisions;
        this.forms = forms;
        this.applications = applications;
    }

    @Bean
    MailContent newApplications() {
        return MailContent.of(MailTemplate.NEW_APPLICATIONS, mail -> {
            List<Map<String, Object>> undecided = mail.about().stream()
                    .map(TaskMailContents::taskIn)
                    .flatMap(id -> undecided(id).stream())
                    .map(this::facts)
                    .toList();
            return undecided.isEmpty() ? Optional.empty() : Optional.of(Map.of("applications", undecided));
        });
    }

    @Bean
    MailContent reviewReminder() {
        return aboutReview(MailTemplate.REVIEW_REMINDER);
    }

    @Bean
    MailContent reviewOverdue() {
        return aboutReview(MailTemplate.REVIEW_OVERDUE);
    }

    @Bean
    MailContent answerReceived() {
        return aboutReview(MailTemplate.ANSWER_RECEIVED);
    }

    @Bean
    MailContent taskReminder() {
        return aboutTask(MailTemplate.TASK_REMINDER);
    }

    @Bean
    MailContent taskEscalation() {
        return aboutTask(MailTemplate.TASK_ESCALATION);
    }

    @Bean
    MailContent decisionOvertaken() {
        return MailContent.of(MailTemplate.DECISION_OVERTAKEN, mail -> {
            Task task = tasks.get(taskIn(mail.about().getFirst()));
            TaskDecision decision = decisions.get(task.id());
            return Optional.of(Map.of(
                    "company", company(task),
                    "task", task.title(),
                    "taskId", task.id().value(),
                    "yourDecision", forms.labelOf(task.kind(), mail.id("yourDecision")),
                    "decision", forms.labelOf(task.kind(), decision.decision()),
                    "decidedBy", decision.decidedByName()));
        });
    }

    @Bean
    MailContent decisionVoid() {
        return MailContent.of(MailTemplate.DECISION_VOID, mail -> {
            Task task = tasks.get(taskIn(mail.about().getFirst()));
            return Optional.of(Map.of(
                    "company", company(task),
                    "task", task.title(),
                    "taskId", task.id().value(),
                    "yourDecision", forms.labelOf(task.kind(), mail.id("yourDecision"))));
        });
    }

    private MailContent aboutReview(MailTemplate template) {
        return MailContent.of(
                template, mail -> undecided(taskIn(mail.about().getFirst())).map(this::facts));
    }

    private MailContent aboutTask(MailTemplate template) {
        return MailContent.of(
                template,
                mail -> undecided(taskIn(mail.about().getFirst())).map(task -> {
                    Map<String, Object> fields = new HashMap<>(facts(task));
                    fields.put("task", task.title());
                    return fields;
                }));
    }

    private Map<String, Object> facts(Task task) {
        return Map.of(
                "company", company(task),
                "taskId", task.id().value(),
                "dueAt", task.schedule().dueAt());
    }

    private Optional<Task> undecided(TaskId id) {
        return tasks.findById(id).filter(Task::isOpen).filter(task -> !decisions.existsById(id));
    }

    private String company(Task task) {
        return applications.get(task.applicationId()).company().companyName();
    }

    private static TaskId taskIn(Occasion occasion) {
        return new TaskId(UUID.fromString(occasion.id("taskId")));
    }
}
