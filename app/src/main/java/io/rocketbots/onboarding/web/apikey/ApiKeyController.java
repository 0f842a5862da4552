package io.rocketbots.onboarding.web.apikey;

import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.integration.apikey.CreateApiKey;
import io.rocketbots.onboarding.integration.apikey.RevokeApiKey;
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

/** What a reseller does in the section API Keys. */
@Controller
@RequestMapping("/reseller/api-keys")
class ApiKeyController {

    private static final String BACK = "redirect:/reseller#api-keys";

    private final ModulePage page;
    private final CreateApiKey createApiKey;
    private final RevokeApiKey revokeApiKey;

    ApiKeyController(ModulePage page, CreateApiKey createApiKey, RevokeApiKey revokeApiKey) {
        this.page = page;
        this.createApiKey = createApiKey;
        this.revokeApiKey = revokeApiKey;
    }

    @PostMapping
    @RequiresReauthentication(to = "create an API key", back = "/reseller#api-keys")
    String create(
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") List<String> scopes,
            @AuthenticationPrincipal CurrentAccount account,
            Platform platform,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Reseller reseller = resellerOf(account);
        Set<ApiScope> chosen = EnumSet.noneOf(ApiScope.class);
        scopes.forEach(scope -> ApiScope.of(scope).ifPresent(chosen::add));
        return switch (createApiKey.create(reseller, name, chosen, account.id(), account.name())) {
            case CreateApiKey.Result.Created created -> {
                // Kept in the session for the one page that follows, and nowhere else.
                redirect.addFlashAttribute("newApiKey", created.secret());
                redirect.addFlashAttribute("newApiKeyName", created.name());
                yield BACK;
            }
            case CreateApiKey.Result.Faulty faulty -> {
                response.setStatus(HttpStatus.BAD_REQUEST.value());
                model.addAttribute("apiKeyForm", new ApiKeyForm(name, scopes, faulty.faults()));
                yield page.show(reseller, platform, model);
            }
        };
    }

    @PostMapping("/{id}/revoke")
    @RequiresReauthentication(to = "revoke an API key", back = "/reseller#api-keys")
    String revoke(@PathVariable UUID id, @AuthenticationPrincipal CurrentAccount account, RedirectAttributes redirect) {
        String said = revokeApiKey
                .revoke(resellerOf(account), id, account.name())
                .map(key -> "The key \"" + key.name() + "\" is revoked. Calls with it are refused from now on.")
                .orElse("This key was revoked already.");
        redirect.addFlashAttribute("apiKeysSaid", said);
        return BACK;
    }

    private Reseller resellerOf(CurrentAccount account) {
        return page.resellerOf(account).orElseThrow(NoReseller::new);
    }
}
