package io.rocketbots.onboarding.web.program;

import io.rocketbots.onboarding.admission.application.Application;
import io.rocketbots.onboarding.admission.application.ApplicationState;
import io.rocketbots.onboarding.admission.application.Question;
import io.rocketbots.onboarding.admission.application.Questions;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.timeline.Timeline;
import io.rocketbots.onboarding.lifecycle.progress.CaseProgress;
import io.rocketbots.onboarding.tenancy.platform.Platforms;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.tenancy.reseller.Resellers;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.ModelAndView;

/** Gathers what an applicant sees of the application. */
@Component
class ProgressPage {

    private final CaseProgress progress;
    private final Questions questions;
    private final Resellers resellers;
    private final Platforms platforms;
    private final Timeline timeline;

    ProgressPage(
            CaseProgress progress, Questions questions, Resellers resellers, Platforms platforms, Timeline timeline) {
        this.progress = progress;
        this.questions = questions;
        this.resellers = resellers;
        this.platforms = platforms;
        this.timeline = timeline;
    }

    /** The page as whoever has that link sees it. */
    ModelAndView of(Application application, String token) {
        ModelAndView page = new ModelAndView("program/progress");
        page.addObject("token", token);
        page.addObject("application", application);
        page.addObject("progress", progress.of(application));
        page.addObject("question", openQuestion(application));
        Reseller reseller = resellers.findByApplicationId(application.id()).orElse(null);
        page.addObject("reseller", reseller);
        if (reseller != null && application.state() == ApplicationState.LIVE) {
            page.addObject(
                    "platformAddress",
                    platforms.address(PlatformId.of(reseller.id())).toString());
        }
        page.addObject(
                "timeline",
                timeline.of(application.id()).stream()
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
}
