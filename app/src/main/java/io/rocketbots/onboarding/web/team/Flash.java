package io.rocketbots.onboarding.web.team;

import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Says on the next page what became of a press of a button. */
final class Flash {

    private Flash() {}

    /** It was done. */
    static void tell(RedirectAttributes flash, String text) {
        flash.addFlashAttribute("flash", text);
    }

    /** It was not done, or not as it was meant. */
    static void warn(RedirectAttributes flash, String text) {
        tell(flash, text);
        flash.addFlashAttribute("flashKind", "warning");
    }
}
