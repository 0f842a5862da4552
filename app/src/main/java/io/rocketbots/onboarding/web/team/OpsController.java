package io.rocketbots.onboarding.web.team;

import com.google.re2j.Pattern;
import io.rocketbots.onboarding.operations.history.Incidents;
import io.rocketbots.onboarding.operations.history.RetryMessage;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.util.UUID;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How the machine is doing; messages and steps that somebody lets go once more. */
@Controller
@RequestMapping("/team/ops")
class OpsController {

    /** The page of a case and the process instance that is looked at there. */
    private static final Pattern CASE = Pattern.compile(
            "/team/(applications|resellers)/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\?process=[0-9a-z-]{1,80}");

    private final OpsPage page;
    private final RetryMessage retryMessage;
    private final Incidents incidents;

    OpsController(OpsPage page, RetryMessage retryMessage, Incidents incidents) {
        this.page = page;
        this.retryMessage = retryMessage;
        this.incidents = incidents;
    }

    @GetMapping
    String show(Model model) {
        return page.show(model);
    }

    @PostMapping("/messages/{id}/retry")
    String retryMessage(
            @PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, RedirectAttributes flash) {
        if (retryMessage.retry(id, account.name())) {
            Flash.tell(flash, "The message goes out again.");
        } else {
            Flash.warn(flash, "Somebody was faster: the message is not parked any more.");
        }
        return "redirect:/team/ops#parked";
    }

    @PostMapping("/incidents/{id}/retry")
    String retryStep(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String back,
            @AuthenticationPrincipal CurrentAccount account,
            RedirectAttributes flash) {
        switch (incidents.retry(id, account.name())) {
            case ASKED_FOR -> Flash.tell(flash, "The step is tried again.");
            case ASKED_FOR_ALREADY -> Flash.warn(flash, "Somebody was faster: the step is being tried again already.");
            case OVER -> Flash.warn(flash, "That step does not stand still any more.");
        }
        return "redirect:" + (CASE.matcher(back).matches() ? back + "#way" : "/team/ops#incidents");
    }
}
