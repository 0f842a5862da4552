package io.rocketbots.onboarding.web.account;

import io.rocketbots.onboarding.space.Spaces;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The Spaces that somebody owns on the platform they are signed in on. */
@Controller
class SpacesController {

    private final Spaces spaces;

    SpacesController(Spaces spaces) {
        this.spaces = spaces;
    }

    @GetMapping("/spaces")
    String list(@AuthenticationPrincipal CurrentAccount account, Model model) {
        model.addAttribute("spaces", spaces.ofMember(account.platform().id(), account.id()));
        return "account/spaces";
    }
}
