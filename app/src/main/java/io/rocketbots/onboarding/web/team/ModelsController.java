package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.configuration.TeamLinks;
import io.rocketbots.onboarding.engine.InstanceMigration;
import io.rocketbots.onboarding.engine.upgrade.MoveToNewestModels;
import io.rocketbots.onboarding.engine.upgrade.RunningInstances;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.process.history.ProcessGraph;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** After an update: running cases are taken along to the newest models. */
@Controller
@RequestMapping("/team/ops/models")
class ModelsController {

    private final RunningInstances running;
    private final MoveToNewestModels move;
    private final InstanceMigration migration;
    private final CompanyNames companies;
    private final TeamLinks links;

    ModelsController(
            RunningInstances running,
            MoveToNewestModels move,
            InstanceMigration migration,
            CompanyNames companies,
            TeamLinks links) {
        this.running = running;
        this.move = move;
        this.migration = migration;
        this.companies = companies;
        this.links = links;
    }

    /** Of all rounds since the first case, this one included. */
    public record Sum(int moved, int over, int left) {

        Sum plus(MoveToNewestModels.Step step) {
            return new Sum(
                    moved + step.moved(),
                    over + step.over(),
                    left + step.leftBehind().size());
        }
    }

    @GetMapping
    String show(Model model) {
        Map<String, Integer> counts = new TreeMap<>();
        running.counts()
                .forEach((process, count) -> counts.put(ProcessGraph.of(process).name(), count));
        model.addAttribute("counts", counts);
        model.addAttribute(
                "all", counts.values().stream().mapToInt(Integer::intValue).sum());
        model.addAttribute("possible", migration.isPossible());
        model.addAttribute("links", links);
        return "team/models";
    }

    /** Says itself what it did, which may be too much for a redirect; moving once more changes nothing. */
    @PostMapping("/move")
    String move(
            @RequestParam(defaultValue = "0") long after,
            @RequestParam(defaultValue = "0") int moved,
            @RequestParam(defaultValue = "0") int over,
            @RequestParam(defaultValue = "0") int left,
            @AuthenticationPrincipal CurrentAccount account,
            Model model) {
        MoveToNewestModels.Step step = move.goOn(after, account.name());
        model.addAttribute("step", step);
        model.addAttribute("sum", new Sum(moved, over, left).plus(step));
        model.addAttribute(
                "companies",
                companies.of(step.leftBehind().stream()
                        .map(one -> one.instance().applicationId())
                        .map(id -> id == null ? null : new ApplicationId(id))));
        return show(model);
    }
}
