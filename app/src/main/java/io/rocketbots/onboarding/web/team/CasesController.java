package io.rocketbots.onboarding.web.team;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationForm;
import io.rocketbots.onboarding.admission.application.ApplicationList;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.ResellerList;
import io.rocketbots.onboarding.tenancy.reseller.ResellerState;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Applications and resellers: lists with search and state, and all that is known of a case. */
@Controller
class CasesController {

    private final ApplicationForm applicationForm;
    private final ApplicationList applicationList;
    private final ResellerList resellerList;
    private final Applications applications;
    private final Resellers resellers;
    private final ApplicationPage applicationPage;
    private final ResellerPage resellerPage;

    CasesController(
            ApplicationForm applicationForm,
            ApplicationList applicationList,
            ResellerList resellerList,
            Applications applications,
            Resellers resellers,
            ApplicationPage applicationPage,
            ResellerPage resellerPage) {
        this.applicationForm = applicationForm;
        this.applicationList = applicationList;
        this.resellerList = resellerList;
        this.applications = applications;
        this.resellers = resellers;
        this.applicationPage = applicationPage;
        this.resellerPage = resellerPage;
    }

    @GetMapping("/team/applications")
    String applications(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int shown = Math.max(0, page);
        fill(
                model,
                applicationList.find(named(ApplicationState.values(), state), q, shown),
                ApplicationList.PAGE_SIZE,
                shown);
        model.addAttribute("applicationForm", applicationForm);
        model.addAttribute("states", ApplicationState.values());
        return search(model, q, state, "team/applications");
    }

    @GetMapping("/team/applications/{id}")
    String application(@PathVariable UUID id, @RequestParam(defaultValue = "") String process, Model model) {
        Application application = applications.findById(new ApplicationId(id)).orElseThrow(NothingHere::new);
        return applicationPage.show(application, process, model);
    }

    @GetMapping("/team/resellers")
    String resellers(
            @RequestParam(defaultValue = "") String q,
            @RequestParam(defaultValue = "") String state,
            @RequestParam(defaultValue = "0") int page,
            Model model) {
        int shown = Math.max(0, page);
        fill(model, resellerList.find(named(ResellerState.values(), state), q, shown), ResellerList.PAGE_SIZE, shown);
        model.addAttribute("states", ResellerState.values());
        return search(model, q, state, "team/resellers");
    }

    @GetMapping("/team/resellers/{id}")
    String reseller(@PathVariable UUID id, @RequestParam(defaultValue = "") String process, Model model) {
        Reseller reseller = resellers.findById(new ResellerId(id)).orElseThrow(NothingHere::new);
        return resellerPage.show(reseller, process, model);
    }

    private static void fill(Model model, List<?> found, int size, int page) {
        model.addAttribute("rows", found.subList(0, Math.min(size, found.size())));
        model.addAttribute("more", found.size() > size);
        model.addAttribute("page", page);
    }

    private static String search(Model model, String q, String state, String template) {
        model.addAttribute("q", q);
        model.addAttribute("state", state);
        return template;
    }

    private static <E extends Enum<E>> @Nullable E named(E[] states, String name) {
        return Arrays.stream(states)
                .filter(state -> state.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
