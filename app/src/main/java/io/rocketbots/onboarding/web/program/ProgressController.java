package io.rocketbots.onboarding.web.program;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.FollowProgressLink;
import io.rocketbots.onboarding.admission.application.Question;
import io.rocketbots.onboarding.admission.application.Questions;
import io.rocketbots.onboarding.admission.review.ProvideInformation;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.lifecycle.termination.WithdrawApplication;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The progress page, which needs no sign-in: whoever has the link may see it, answer and withdraw. */
@Controller
@RequestMapping("/applications/{token}")
class ProgressController {

    private static final String FLASH = "flash";

    /** Pressing it twice withdraws it once. */
    private static final Set<ApplicationState> WITHDRAWN =
            Set.of(ApplicationState.CANCELLING, ApplicationState.WITHDRAWN);

    private final FollowProgressLink link;
    private final ProgressPage page;
    private final Applications applications;
    private final Questions questions;
    private final ProvideInformation provideInformation;
    private final WithdrawApplication withdrawApplication;

    ProgressController(
            FollowProgressLink link,
            ProgressPage page,
            Applications applications,
            Questions questions,
            ProvideInformation provideInformation,
            WithdrawApplication withdrawApplication) {
        this.link = link;
        this.page = page;
        this.applications = applications;
        this.questions = questions;
        this.provideInformation = provideInformation;
        this.withdrawApplication = withdrawApplication;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token) {
        return link.of(token).map(application -> page.of(application, token)).orElseGet(ProgressController::dead);
    }

    @PostMapping("/answer")
    ModelAndView answer(
            @PathVariable String token, @RequestParam(defaultValue = "") String answer, RedirectAttributes flash) {
        Optional<Application> found = link.of(token);
        if (found.isEmpty()) {
            return dead();
        }
        String words = answer.strip();
        if (words.isEmpty() || words.length() > ProvideInformation.MAX_LENGTH) {
            ModelAndView again = page.of(found.get(), token);
            again.setStatus(HttpStatus.BAD_REQUEST);
            again.addObject("typedAnswer", answer);
            again.addObject(
                    "answerError",
                    words.isEmpty()
                            ? "Write your answer here, then send it."
                            : "Make your answer shorter: at most 5,000 characters. It has " + words.length() + ".");
            return again;
        }
        ApplicationId id = found.get().id();
        try {
            provideInformation.provide(id, words);
        } catch (Application.NotNow | OptimisticLockingFailureException faster) {
            if (!isAnsweredWith(id, words)) {
                return notSent(token, applications.get(id), answer);
            }
        }
        flash.addFlashAttribute(FLASH, "Thank you. Your answer is with our team and the clock is running again.");
        return back(token);
    }

    /** The same answer sent twice is one answer. */
    private boolean isAnsweredWith(ApplicationId id, String words) {
        List<Question> asked = questions.findByApplicationIdOrderByRound(id);
        return !asked.isEmpty() && words.equals(asked.getLast().answer());
    }

    /** What was typed stays, at the question while it can be sent again, else to be copied. */
    private ModelAndView notSent(String token, Application application, String typed) {
        ModelAndView again = page.of(application, token);
        again.setStatus(HttpStatus.CONFLICT);
        again.addObject("typedAnswer", typed);
        if (provideInformation.isAwaited(application.id())) {
            again.addObject(
                    "answerError", "Something changed in the same moment. Have a look, then send your answer again.");
        } else {
            again.addObject("answerNotSent", true);
        }
        return again;
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable String token, RedirectAttributes flash) {
        Optional<Application> found = link.of(token);
        if (found.isEmpty()) {
            return dead();
        }
        ApplicationId id = found.get().id();
        try {
            withdrawApplication.withdraw(id);
        } catch (Application.NotNow | OptimisticLockingFailureException faster) {
            Application present = applications.get(id);
            if (!WITHDRAWN.contains(present.state())) {
                return notWithdrawn(token, present);
            }
        }
        flash.addFlashAttribute(FLASH, "Your application is withdrawn. You are welcome to apply again at any time.");
        return back(token);
    }

    private ModelAndView notWithdrawn(String token, Application application) {
        ModelAndView again = page.of(application, token);
        again.setStatus(HttpStatus.CONFLICT);
        again.addObject("flashKind", "warning");
        again.addObject(
                FLASH,
                application.state().isBeforeDecision()
                        ? "Nothing was withdrawn, since something changed in the same moment. This is how it stands now."
                        : "It is too late to withdraw: your application is decided. This is how it stands now.");
        return again;
    }

    private static ModelAndView back(String token) {
        return new ModelAndView("redirect:/applications/" + token);
    }

    private static ModelAndView dead() {
        return new ModelAndView("program/dead-link", HttpStatus.NOT_FOUND);
    }
}
