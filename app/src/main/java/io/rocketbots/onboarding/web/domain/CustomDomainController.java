package io.rocketbots.onboarding.web.domain;

import io.rocketbots.onboarding.domain.CancelDomainChange;
import io.rocketbots.onboarding.domain.DomainRefused;
import io.rocketbots.onboarding.domain.DomainRules;
import io.rocketbots.onboarding.domain.RequestCheck;
import io.rocketbots.onboarding.domain.RequestDomain;
import io.rocketbots.onboarding.platform.Platform;
import io.rocketbots.onboarding.reseller.Reseller;
import io.rocketbots.onboarding.web.reseller.ModulePage;
import io.rocketbots.onboarding.web.reseller.NoReseller;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a reseller does in the section Custom Domain Name. */
@Controller
@RequestMapping("/reseller/domain")
class CustomDomainController {

    private static final String BACK = "redirect:/reseller#custom-domain-name";
    private static final String STATUS = "domain/_status";
    private static final String CANCELLED = "The change is cancelled. Your platform stays where it is.";
    private static final String TOO_LATE = "There is no change to cancel: it is done, or was cancelled before.";

    private final ModulePage page;
    private final CustomDomainViews views;
    private final RequestDomain requestDomain;
    private final CancelDomainChange cancelDomainChange;
    private final RequestCheck requestCheck;

    CustomDomainController(
            ModulePage page,
            CustomDomainViews views,
            RequestDomain requestDomain,
            CancelDomainChange cancelDomainChange,
            RequestCheck requestCheck) {
        this.page = page;
        this.views = views;
        this.requestDomain = requestDomain;
        this.cancelDomainChange = cancelDomainChange;
        this.requestCheck = requestCheck;
    }

    /** Asks for a domain, or for another name. */
    @PostMapping
    String save(
            @RequestParam(defaultValue = "") String domain,
            @AuthenticationPrincipal CurrentAccount account,
            Platform platform,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Reseller reseller = resellerOf(account);
        try {
            DomainRules.Typed read = requestDomain.request(reseller.id(), domain, account.name());
            redirect.addFlashAttribute(CustomDomainSection.HINTS, read.hints());
            return BACK;
        } catch (DomainRefused refused) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
            return withFault(reseller, domain, refused.reason(), platform, model);
        } catch (OptimisticLockingFailureException | DataIntegrityViolationException overtaken) {
            response.setStatus(HttpStatus.CONFLICT.value());
            String fault = "Something changed in the same moment. Please have a look and save again.";
            return withFault(reseller, domain, fault, platform, model);
        }
    }

    /** The platform stays on its present name. */
    @PostMapping("/cancel-change")
    String cancelChange(@AuthenticationPrincipal CurrentAccount account, RedirectAttributes redirect) {
        Reseller reseller = resellerOf(account);
        redirect.addFlashAttribute("domainNote", cancel(reseller, account) ? CANCELLED : TOO_LATE);
        return BACK;
    }

    private boolean cancel(Reseller reseller, CurrentAccount account) {
        try {
            return cancelDomainChange.of(reseller.id(), account.name());
        } catch (OptimisticLockingFailureException checkedJustNow) {
            // The name was being looked for at this moment; what came of it is in the row now.
            return cancelDomainChange.of(reseller.id(), account.name());
        }
    }

    private String withFault(Reseller reseller, String typed, String fault, Platform platform, Model model) {
        model.addAttribute(CustomDomainSection.NAME, views.refused(reseller.id(), typed, fault, platform));
        return page.show(reseller, platform, model);
    }

    /** How it stands now, for the page that is open; nothing when that is what the page shows. */
    @GetMapping("/status")
    @Nullable
    String status(
            @RequestParam(defaultValue = "") String shown,
            @AuthenticationPrincipal CurrentAccount account,
            Platform platform,
            Model model,
            HttpServletResponse response) {
        CustomDomainView view = views.of(resellerOf(account).id(), platform);
        if (view.setup() == null || view.stamp().equals(shown)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        model.addAttribute(CustomDomainSection.NAME, view);
        model.addAttribute("stateChanged", !shown.startsWith(view.keys() + "_"));
        return STATUS;
    }

    @PostMapping("/check")
    @Nullable
    String check(
            @RequestHeader(name = "HX-Request", required = false) @Nullable String htmx,
            @AuthenticationPrincipal CurrentAccount account,
            Platform platform,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Reseller reseller = resellerOf(account);
        Optional<RequestCheck.TooSoon> tooSoon = request(reseller);
        String words = tooSoon.map(CustomDomainController::inWords)
                .orElse("We are asking now. The answer appears in the list below.");
        tooSoon.ifPresent(refusal -> {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(refusal)));
        });
        if (htmx == null && tooSoon.isEmpty()) {
            redirect.addFlashAttribute("domainNote", words);
            return BACK;
        }
        model.addAttribute("domainNote", words);
        if (htmx == null) {
            return page.show(reseller, platform, model);
        }
        // A refusal is shown in place too, which htmx does only when told.
        response.setHeader("HX-Reswap", "outerHTML");
        model.addAttribute(CustomDomainSection.NAME, views.of(reseller.id(), platform));
        model.addAttribute("asked", tooSoon.isEmpty());
        return STATUS;
    }

    private Optional<RequestCheck.TooSoon> request(Reseller reseller) {
        try {
            requestCheck.of(reseller.id());
            return Optional.empty();
        } catch (RequestCheck.TooSoon tooSoon) {
            return Optional.of(tooSoon);
        } catch (OptimisticLockingFailureException checkedJustNow) {
            // The row changed since a check was being noted down at this moment: that is the check asked for.
            return Optional.empty();
        }
    }

    private static String inWords(RequestCheck.TooSoon tooSoon) {
        return "We asked a moment ago. You can ask again in " + seconds(tooSoon) + " seconds.";
    }

    private static long seconds(RequestCheck.TooSoon tooSoon) {
        return tooSoon.retryAfter().toSeconds() + 1;
    }

    private Reseller resellerOf(CurrentAccount account) {
        return page.resellerOf(account).orElseThrow(NoReseller::new);
    }
}
