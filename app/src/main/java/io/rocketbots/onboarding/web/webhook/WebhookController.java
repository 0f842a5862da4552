package io.rocketbots.onboarding.web.webhook;

import io.rocketbots.onboarding.integration.webhook.AddEndpoint;
import io.rocketbots.onboarding.integration.webhook.ChangeEndpoint;
import io.rocketbots.onboarding.integration.webhook.WebhookEvent;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.reseller.ModulePage;
import io.rocketbots.onboarding.web.reseller.NoReseller;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import io.rocketbots.onboarding.web.security.RequiresReauthentication;
import jakarta.servlet.http.HttpServletResponse;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What a reseller does in the section Webhooks. */
@Controller
@RequestMapping("/reseller/webhooks")
class WebhookController {

    private static final String BACK = "redirect:/reseller#webhooks";
    private static final String SAID = "webhooksSaid";
    private static final String GONE = "This endpoint was removed already.";

    private final ModulePage page;
    private final AddEndpoint addEndpoint;
    private final ChangeEndpoint changeEndpoint;

    WebhookController(ModulePage page, AddEndpoint addEndpoint, ChangeEndpoint changeEndpoint) {
        this.page = page;
        this.addEndpoint = addEndpoint;
        this.changeEndpoint = changeEndpoint;
    }

    @PostMapping
    @RequiresReauthentication(to = "add an endpoint, whose secret you get to see", back = "/reseller#webhooks")
    String add(
            @RequestParam(defaultValue = "") String url,
            @RequestParam(defaultValue = "") List<String> events,
            @AuthenticationPrincipal CurrentAccount account,
            Platform platform,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Reseller reseller = resellerOf(account);
        Set<WebhookEvent> chosen = EnumSet.noneOf(WebhookEvent.class);
        events.forEach(event ->
                WebhookEvent.of(event).filter(WebhookEvent.event()::contains).ifPresent(chosen::add));
        return switch (addEndpoint.add(reseller, url, chosen, account.name())) {
            case AddEndpoint.Result.Added added ->
                show(redirect, added.secret(), added.endpoint().url().toString());
            case AddEndpoint.Result.Faulty faulty -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                model.addAttribute("endpointForm", new EndpointForm(url, events, faulty.faults()));
                yield page.show(reseller, platform, model);
            }
        };
    }

    @PostMapping("/{id}/secret")
    @RequiresReauthentication(to = "make a new secret for an endpoint", back = "/reseller#webhooks")
    String changeSecret(
            @PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, RedirectAttributes redirect) {
        return changeEndpoint
                .rotateSecret(resellerOf(account), id, account.name())
                .map(secret -> show(redirect, secret, ""))
                .orElseGet(() -> say(redirect, GONE));
    }

    /** Kept in the session for the one page that follows, and nowhere else. */
    private static String show(RedirectAttributes redirect, String secret, String url) {
        redirect.addFlashAttribute("newWebhookSecret", secret);
        redirect.addFlashAttribute("newWebhookUrl", url);
        return BACK;
    }

    @PostMapping("/{id}/test")
    String test(@PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, RedirectAttributes redirect) {
        boolean sent = changeEndpoint.sendTest(resellerOf(account), id);
        return say(redirect, sent ? "A test is on its way. Its outcome appears in the log below." : GONE);
    }

    @PostMapping("/{id}/enable")
    String enable(@PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, RedirectAttributes redirect) {
        boolean on = changeEndpoint.enable(resellerOf(account), id, account.name());
        return say(redirect, on ? "The endpoint is on again." : "This endpoint is on already, or was removed.");
    }

    @PostMapping("/{id}/remove")
    @RequiresReauthentication(to = "remove an endpoint and its secret", back = "/reseller#webhooks")
    String remove(@PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, RedirectAttributes redirect) {
        boolean removed = changeEndpoint.remove(resellerOf(account), id, account.name());
        return say(redirect, removed ? "The endpoint is removed. Nothing is sent there any more." : GONE);
    }

    @PostMapping("/deliveries/{id}/redeliver")
    String redeliver(
            @PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, RedirectAttributes redirect) {
        boolean again = changeEndpoint.redeliver(resellerOf(account), id);
        return say(
                redirect,
                again
                        ? "The message is on its way once more, with the same id."
                        : "This message is on its way already.");
    }

    private static String say(RedirectAttributes redirect, String words) {
        redirect.addFlashAttribute(SAID, words);
        return BACK;
    }

    private Reseller resellerOf(CurrentAccount account) {
        return page.resellerOf(account).orElseThrow(NoReseller::new);
    }
}
