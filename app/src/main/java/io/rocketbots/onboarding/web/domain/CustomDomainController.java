package io.rocketbots.onboarding.web.domain;

import io.rocketbots.onboarding.kernel.id.DomainId;
import io.rocketbots.onboarding.launch.domain.CancelDomainChange;
import io.rocketbots.onboarding.launch.domain.DomainRefused;
import io.rocketbots.onboarding.launch.domain.DomainRules;
import io.rocketbots.onboarding.launch.domain.RequestCheck;
import io.rocketbots.onboarding.launch.domain.RequestDomain;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.reseller.ModulePage;
import io.rocketbots.onboarding.web.reseller.NoReseller;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
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
    private static final String NOTE = "domainNote";
    private static final String ASKED = "We are asking now. The answer appears in the list below.";

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
        redirect.addFlashAttribute(NOTE, cancel(reseller, account) ? CANCELLED : TOO_LATE);
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
            @RequestParam(required = false) @Nullable UUID domain,
            @AuthenticationPrincipal CurrentAccount account,
            Platform platform,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Reseller reseller = resellerOf(account);
        boolean asked = false;
        try {
            request(reseller, domain);
            asked = true;
        } catch (OptimisticLockingFailureException checkedJustNow) {
            // The row changed since a check was being noted down at this moment: that is the check asked for.
            asked = true;
        } catch (RequestCheck.TooSoon tooSoon) {
            response.setStatus(HttpStatus.TOO_MANY_REQUESTS.value());
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(seconds(tooSoon)));
            model.addAttribute(NOTE, "We asked a moment ago. You can ask again in " + seconds(tooSoon) + " seconds.");
        } catch (RequestCheck.NothingToLookFor pressedTooLate) {
            response.setStatus(HttpStatus.CONFLICT.value());
            model.addAttribute(NOTE, "There is no record to look for now. Below is how things stand.");
        }
        if (asked && htmx == null) {
            redirect.addFlashAttribute(NOTE, ASKED);
            return BACK;
        }
        if (asked) {
            model.addAttribute(NOTE, ASKED);
        }
        if (htmx == null) {
            return page.show(reseller, platform, model);
        }
        CustomDomainView view = views.of(reseller.id(), platform);
        if (view.setup() == null) {
            // The part of the page is gone, so the whole page is shown anew.
            response.setHeader("HX-Refresh", "true");
            return null;
        }
        // A refusal is shown in place too, which htmx does only when told.
        response.setHeader("HX-Reswap", "outerHTML");
        model.addAttribute(CustomDomainSection.NAME, view);
        model.addAttribute("asked", asked);
        return STATUS;
    }

    private void request(Reseller reseller, @Nullable UUID domain) {
        if (domain == null) {
            requestCheck.of(reseller.id());
        } else {
            requestCheck.of(reseller.id(), new DomainId(domain));
        }
    }

    private static long seconds(RequestCheck.TooSoon tooSoon) {
        return tooSoon.retryAfter().toSeconds() + 1;
    }

    private Reseller resellerOf(CurrentAccount account) {
        return page.resellerOf(account).orElseThrow(NoReseller::new);
    }
}
