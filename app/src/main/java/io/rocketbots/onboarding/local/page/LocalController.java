package io.rocketbots.onboarding.local.page;

import io.rocketbots.onboarding.local.sample.SampleAccounts;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code /local}: what runs where, whom to sign in as, where to click. */
@Controller
@Profile("local")
class LocalController {

    private final LocalLinks places;

    LocalController(LocalLinks places) {
        this.places = places;
    }

    @GetMapping("/local")
    String show(Model model) {
        model.addAttribute("links", places.links());
        model.addAttribute("parts", places.parts());
        model.addAttribute("people", places.people());
        model.addAttribute("sampleData", places.sampleData().name());
        model.addAttribute("sampleLinks", places.sampleLinks());
        model.addAttribute("samplePeople", places.samplePeople());
        model.addAttribute("password", SampleAccounts.PASSWORD);
        return "local/local";
    }
}
