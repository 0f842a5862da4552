package io.rocketbots.onboarding.web.domain;

import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainLinks;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The record and how it stands, for whoever looks after the DNS: with the link alone, and nothing to press. */
@Controller
@RequestMapping("/dns/{token}")
class DnsAdministratorController {

    private final DomainLinks links;
    private final CustomDomains domains;
    private final CustomDomainViews views;

    DnsAdministratorController(DomainLinks links, CustomDomains domains, CustomDomainViews views) {
        this.links = links;
        this.domains = domains;
        this.views = views;
    }

    @GetMapping
    @Nullable
    String page(@PathVariable String token, Platform platform, Model model, HttpServletResponse response)
            throws IOException {
        Optional<CustomDomainView> view = viewOf(token, platform);
        if (view.isEmpty()) {
            response.sendError(HttpStatus.NOT_FOUND.value());
            return null;
        }
        response.setHeader("X-Robots-Tag", "noindex");
        model.addAttribute(CustomDomainSection.NAME, view.get());
        model.addAttribute("readOnly", "/dns/" + token);
        return "domain/dns-administrator";
    }

    /** How it stands now, for the page that is open; nothing when that is what the page shows. */
    @GetMapping("/status")
    @Nullable
    String status(
            @PathVariable String token,
            @RequestParam(defaultValue = "") String shown,
            Platform platform,
            Model model,
            HttpServletResponse response) {
        Optional<CustomDomainView> view = viewOf(token, platform);
        if (view.isEmpty() || view.get().stamp().equals(shown)) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
            return null;
        }
        model.addAttribute(CustomDomainSection.NAME, view.get());
        model.addAttribute("readOnly", "/dns/" + token);
        return "domain/_status";
    }

    /** Of whatever reseller on Rocketbots; on a reseller's domain only its own. */
    private Optional<CustomDomainView> viewOf(String token, Platform platform) {
        return links.read(token)
                .flatMap(domains::findById)
                .filter(domain ->
                        platform.reseller().map(domain.resellerId()::equals).orElse(true))
                .filter(domain -> domain.state() != DomainState.RELEASED)
                .map(domain -> views.of(domain, platform));
    }
}
