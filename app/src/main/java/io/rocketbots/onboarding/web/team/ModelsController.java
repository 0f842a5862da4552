package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.engine.InstanceMigration;
import io.rocketbots.onboarding.process.ProcessId;
import io.rocketbots.onboarding.upgrade.MoveToNewestModels;
import io.rocketbots.onboarding.upgrade.RunningInstances;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** After an update: running cases are taken along to the newest models. */
@Controller
@RequestMapping("/team/ops/models")
class ModelsController {

    private final RunningInstances running;
    private final MoveToNewestModels move;
    private final InstanceMigration migration;
    private final TeamLinks links;

    ModelsController(RunningInstances running, MoveToNewestModels move, InstanceMigration migration, TeamLinks links) {
        this.running = running;
        this.move = move;
        this.migration = migration;
        this.links = links;
    }

    @GetMapping
    String show(Model model) {
        Map<String, Integer> counts = new TreeMap<>();
        running.counts().forEach((process, count) -> counts.put(words(process), count));
        model.addAttribute("counts", counts);
        model.addAttribute(
                "all", counts.values().stream().mapToInt(Integer::intValue).sum());
        model.addAttribute("possible", migration.isPossible());
        model.addAttribute("links", links);
        return "team/models";
    }

    @PostMapping("/move")
    String move(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "0") int before,
            @AuthenticationPrincipal CurrentAccount account,
            RedirectAttributes flash) {
        MoveToNewestModels.Step step = move.goOn(after, account.name());
        flash.addFlashAttribute("step", step);
        flash.addFlashAttribute("movedSoFar", before + step.moved());
        return "redirect:/team/ops/models";
    }

    private static String words(ProcessId process) {
        String text = process.id().replace('-', ' ');
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }
}
