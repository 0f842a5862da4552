package io.rocketbots.onboarding.web.space;

import io.rocketbots.onboarding.customer.space.RequestSpace;
import io.rocketbots.onboarding.customer.space.Space;
import io.rocketbots.onboarding.customer.space.SpaceDraft;
import io.rocketbots.onboarding.customer.space.SpaceState;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.tenancy.platform.LiveDomains;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.reseller.ModulePage;
import io.rocketbots.onboarding.web.reseller.NoReseller;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Adds Spaces: a dialog, which is a page of its own without scripts. */
@Controller
@RequestMapping("/reseller/spaces")
class NewSpaceController {

    private final ModulePage page;
    private final LiveDomains liveDomains;
    private final CustomDomains domains;
    private final RequestSpace requestSpace;

    NewSpaceController(ModulePage page, LiveDomains liveDomains, CustomDomains domains, RequestSpace requestSpace) {
        this.page = page;
        this.liveDomains = liveDomains;
        this.domains = domains;
        this.requestSpace = requestSpace;
    }

    @GetMapping("/new")
    ModelAndView add(@AuthenticationPrincipal CurrentAccount account, DialogAnswer answer, Model model) {
        tellTheDomain(resellerOf(account), model);
        return answer.show(SpaceDialog.add());
    }

    @PostMapping
    ModelAndView add(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String primaryLanguage,
            @RequestParam(defaultValue = "false") boolean limited,
            @RequestParam(defaultValue = "") String maximumContacts,
            @AuthenticationPrincipal CurrentAccount account,
            DialogAnswer answer,
            Model model) {
        Reseller reseller = resellerOf(account);
        tellTheDomain(reseller, model);
        SpaceDraft draft = new SpaceDraft(name, primaryLanguage, limited, maximumContacts);
        SpaceDialog dialog = SpaceDialog.add().typed(draft);
        return answer.unlessRefused(
                dialog, () -> switch (requestSpace.request(reseller.id(), draft, account.id(), account.name())) {
                    case RequestSpace.Result.Requested requested -> answer.done(addedWords(requested.space()));
                    case RequestSpace.Result.Faulty faulty -> answer.faulty(dialog.faulty(faulty.faults()));
                });
    }

    private static String addedWords(Space space) {
        return space.state() == SpaceState.WAITING_FOR_DOMAIN
                ? "Added " + space.name() + ". It is made as soon as your platform is live."
                : "Added " + space.name() + ". It is ready in a moment.";
    }

    /** The domain that the new Space will be reached at, and whether it is so already. */
    private void tellTheDomain(Reseller reseller, Model model) {
        liveDomains
                .domainOf(reseller.id())
                .or(() -> domains.currentOf(reseller.id()).map(CustomDomain::name))
                .ifPresent(domain -> model.addAttribute("resellerDomain", domain));
        model.addAttribute(
                "live",
                SpaceState.ofNew(reseller.state())
                        .filter(SpaceState.REQUESTED::equals)
                        .isPresent());
    }

    private Reseller resellerOf(CurrentAccount account) {
        return page.resellerOf(account).orElseThrow(NoReseller::new);
    }
}
