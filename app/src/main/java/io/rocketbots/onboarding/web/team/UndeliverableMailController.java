package io.rocketbots.onboarding.web.team;

import com.google.re2j.Pattern;
import io.rocketbots.onboarding.kernel.mail.AddressTaken;
import io.rocketbots.onboarding.kernel.mail.CorrectEmailAndResend;
import io.rocketbots.onboarding.kernel.mail.ResendMail;
import io.rocketbots.onboarding.web.security.CurrentAccount;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Sends mails that no server took once more, to a corrected address where that was the fault. */
@Controller
@RequestMapping("/team/ops/mails/{id}")
class UndeliverableMailController {

    private static final Pattern EMAIL = Pattern.compile("[^@\\s]{1,64}@[^@\\s.]+(\\.[^@\\s.]+)+");
    private static final int LONGEST_EMAIL = 254;
    private static final String LIST = "redirect:/team/ops#undeliverable";

    private final OpsPage page;
    private final ResendMail resendMail;
    private final CorrectEmailAndResend correctEmail;

    UndeliverableMailController(OpsPage page, ResendMail resendMail, CorrectEmailAndResend correctEmail) {
        this.page = page;
        this.resendMail = resendMail;
        this.correctEmail = correctEmail;
    }

    @PostMapping("/resend")
    String resend(@PathVariable UUID id, RedirectAttributes flash) {
        if (resendMail.resend(id)) {
            Flash.tell(flash, "The mail goes out again.");
        } else {
            Flash.warn(flash, "Somebody was faster: the mail is not undeliverable any more.");
        }
        return LIST;
    }

    @PostMapping("/correct")
    ModelAndView correct(
            @PathVariable UUID id,
            @RequestParam(defaultValue = "") String email,
            @AuthenticationPrincipal CurrentAccount account,
            Model model,
            RedirectAttributes flash) {
        String address = email.strip();
        if (address.length() > LONGEST_EMAIL || !EMAIL.matcher(address).matches()) {
            return wrong(id, address, "Enter an email address, for example name@company.example.", model);
        }
        try {
            int again = correctEmail.correct(id, address, account.name());
            if (again == 0) {
                Flash.warn(flash, "Somebody else has mended this mail already.");
            } else {
                Flash.tell(flash, "Corrected. " + again + (again == 1 ? " mail goes" : " mails go") + " out again.");
            }
            return new ModelAndView(LIST);
        } catch (AddressTaken taken) {
            return wrong(id, address, "Somebody else has this address already.", model);
        }
    }

    private ModelAndView wrong(UUID id, String typed, String error, Model model) {
        model.addAttribute("wrongMail", id);
        model.addAttribute("typedEmail", typed);
        model.addAttribute("emailError", error);
        return new ModelAndView(page.show(model), model.asMap(), HttpStatus.BAD_REQUEST);
    }
}
