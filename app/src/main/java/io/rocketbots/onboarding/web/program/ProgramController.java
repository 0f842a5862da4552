package io.rocketbots.onboarding.web.program;

import io.rocketbots.onboarding.admission.application.ApplicantContact;
import io.rocketbots.onboarding.admission.application.ApplicationForm;
import io.rocketbots.onboarding.admission.application.Company;
import io.rocketbots.onboarding.admission.application.SubmitApplication;
import io.rocketbots.onboarding.form.Answers;
import io.rocketbots.onboarding.form.Form;
import io.rocketbots.onboarding.form.FormRenderer;
import io.rocketbots.onboarding.form.FormView;
import io.rocketbots.onboarding.kernel.naming.ChosenName;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The program page and the application form. */
@Controller
class ProgramController {

    private static final String COMPANY_NAME = "companyName";
    private static final String CONTACT_NAME = "contactName";

    private final Form form;
    private final FormRenderer renderer;
    private final SubmitApplication submitApplication;

    ProgramController(ApplicationForm form, FormRenderer renderer, SubmitApplication submitApplication) {
        this.form = form.form();
        this.renderer = renderer;
        this.submitApplication = submitApplication;
    }

    @GetMapping("/reseller-program")
    String program() {
        return "program/program";
    }

    @GetMapping("/reseller-program/apply")
    String apply(Model model) {
        model.addAttribute("fields", renderer.render(FormView.of(form)));
        return "program/apply";
    }

    @PostMapping("/reseller-program/apply")
    ModelAndView submit(@RequestParam MultiValueMap<String, String> posted) {
        Answers answers = form.answer(posted)
                .checked(COMPANY_NAME, name -> ChosenName.fault(ChosenName.tidied(name)))
                .checked(CONTACT_NAME, name -> ChosenName.faultOfPerson(ChosenName.tidied(name)));
        if (!answers.isValid()) {
            ModelAndView again = new ModelAndView("program/apply", HttpStatus.BAD_REQUEST);
            again.addObject("fields", renderer.render(FormView.of(form).withAnswers(answers)));
            again.addObject("errors", answers.errors().size());
            return again;
        }
        submitApplication.submit(companyOf(answers), contactOf(answers));
        return new ModelAndView("redirect:/reseller-program/received");
    }

    @GetMapping("/reseller-program/received")
    String received() {
        return "program/received";
    }

    private static Company companyOf(Answers answers) {
        return new Company(
                ChosenName.tidied(answers.required(COMPANY_NAME)),
                Objects.requireNonNullElse(answers.text("website"), ""),
                answers.required("country"),
                answers.wholeNumber("expectedSpaces"),
                answers.required("offer"));
    }

    private static ApplicantContact contactOf(Answers answers) {
        return new ApplicantContact(ChosenName.tidied(answers.required(CONTACT_NAME)), answers.required("email"));
    }
}
