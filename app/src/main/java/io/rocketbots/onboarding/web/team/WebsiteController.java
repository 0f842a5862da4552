package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.review.WebsiteCheck;
import io.rocketbots.onboarding.admission.task.Task;
import io.rocketbots.onboarding.admission.task.Tasks;
import io.rocketbots.onboarding.kernel.id.TaskId;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** Says whether the applicant's website answers; the page of a task asks once it is there, since it may take its time. */
@Controller
class WebsiteController {

    private final Tasks tasks;
    private final Applications applications;
    private final WebsiteCheck websiteCheck;

    WebsiteController(Tasks tasks, Applications applications, WebsiteCheck websiteCheck) {
        this.tasks = tasks;
        this.applications = applications;
        this.websiteCheck = websiteCheck;
    }

    @GetMapping("/team/tasks/{id}/website")
    String website(@PathVariable UUID id, Model model) {
        Task task = tasks.findById(new TaskId(id)).orElseThrow(NothingHere::new);
        String website = applications.get(task.applicationId()).company().website();
        model.addAttribute("website", websiteCheck.check(website));
        return "team/_website";
    }
}
