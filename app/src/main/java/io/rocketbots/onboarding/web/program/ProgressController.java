package io.rocketbots.onboarding.web.program;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.admission.application.ProgressLinks;
import io.rocketbots.onboarding.admission.application.Question;
import io.rocketbots.onboarding.admission.application.Questions;
import io.rocketbots.onboarding.admission.review.ProvideInformation;
import io.rocketbots.onboarding.kernel.id.ApplicationId;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.lifecycle.progress.CaseProgress;
import io.rocketbots.onboarding.lifecycle.termination.WithdrawApplication;
import io.rocketbots.onboarding.tenancy.platform.Platforms;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

    private static final Duration LINK_LIVES_ON = Duration.ofDays(90);
    private static final String FLASH = "flash";

    /** Pressing it twice withdraws it once. */
    private static final Set<ApplicationState> WITHDRAWN =
            Set.of(ApplicationState.CANCELLING, ApplicationState.WITHDRAWN);

    private final Applications applications;
    private final Questions questions;
    private final Resellers resellers;
    private final ProgressLinks links;
    private final CaseProgress progress;
    private final Timeline timeline;
    private final ProvideInformation provideInformation;
    private final WithdrawApplication withdrawApplication;
    private final Platforms platforms;
    private final Clock clock;

    ProgressController(
            Applications applications,
            Questions questions,
            Resellers resellers,
            ProgressLinks links,
            CaseProgress progress,
            Timeline timeline,
            ProvideInformation provideInformation,
            WithdrawApplication withdrawApplication,
            Platforms platforms,
            Clock clock) {
        this.applications = applications;
        this.questions = questions;
        this.resellers = resellers;
        this.links = links;
        this.progress = progress;
        this.timeline = timeline;
        this.provideInformation = provideInformation;
        this.withdrawApplication = withdrawApplication;
        this.platforms = platforms;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show(@PathVariable String token) {
        return find(token).map(application -> page(token, application)).orElseGet(ProgressController::dead);
    }

    @PostMapping("/answer")
    ModelAndView answer(
            @PathVariable String token, @RequestParam(defaultValue = "") String answer, RedirectAttributes flash) {
        Optional<Application> found = find(token);
        if (found.isEmpty()) {
            return dead();
        }
        String words = answer.strip();
        if (words.isEmpty() || words.length() > ProvideInformation.MAX_LENGTH) {
            ModelAndView again = page(token, found.get());
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
        ModelAndView page = page(token, application);
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("typedAnswer", typed);
        if (provideInformation.isAwaited(application.id())) {
            page.addObject(
                    "answerError", "Something changed in the same moment. Have a look, then send your answer again.");
        } else {
            page.addObject("answerNotSent", true);
        }
        return page;
    }

    @PostMapping("/withdraw")
    ModelAndView withdraw(@PathVariable String token, RedirectAttributes flash) {
        Optional<Application> found = find(token);
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
        ModelAndView page = page(token, application);
        page.setStatus(HttpStatus.CONFLICT);
        page.addObject("flashKind", "warning");
        page.addObject(
                FLASH,
                application.state().isBeforeDecision()
                        ? "Nothing was withdrawn, since something changed in the same moment. This is how it stands now."
                        : "It is too late to withdraw: your application is decided. This is how it stands now.");
        return page;
    }

    private Optional<Application> find(String token) {
        return links.read(token)
                .flatMap(claim -> applications
                        .findById(claim.application())
                        .filter(application -> application.linkVersion() == claim.linkVersion()))
                .filter(this::linkStillLives);
    }

    private boolean linkStillLives(Application application) {
        Instant closed = application.closedAt();
        return closed == null || clock.instant().isBefore(closed.plus(LINK_LIVES_ON));
    }

    private ModelAndView page(String token, Application application) {
        ApplicationId id = application.id();
        ModelAndView page = new ModelAndView("program/progress");
        page.addObject("token", token);
        page.addObject("application", application);
        page.addObject("progress", progress.of(application));
        page.addObject("question", openQuestion(application));
        Reseller reseller = reseller(id);
        page.addObject("reseller", reseller);
        if (reseller != null && application.state() == ApplicationState.LIVE) {
            page.addObject(
                    "platformAddress",
                    platforms.address(PlatformId.of(reseller.id())).toString());
        }
        page.addObject(
                "timeline",
                timeline.of(id).stream()
                        .filter(Timeline.Entry::shownToApplicant)
                        .sorted(Comparator.comparing(Timeline.Entry::at).reversed())
                        .toList());
        return page;
    }

    private @Nullable Question openQuestion(Application application) {
        if (application.state() != ApplicationState.WAITING_FOR_APPLICANT) {
            return null;
        }
        List<Question> asked = questions.findByApplicationIdOrderByRound(application.id());
        return asked.isEmpty() || asked.getLast().isAnswered() ? null : asked.getLast();
    }

    private @Nullable Reseller reseller(ApplicationId id) {
        return resellers.findByApplicationId(id).orElse(null);
    }

    private static ModelAndView back(String token) {
        return new ModelAndView("redirect:/applications/" + token);
    }

    private static ModelAndView dead() {
        return new ModelAndView("program/dead-link", HttpStatus.NOT_FOUND);
    }
}
