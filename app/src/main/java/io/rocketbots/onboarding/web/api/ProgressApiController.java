package io.rocketbots.onboarding.web.api;

import io.rocketbots.onboarding.admission.application.Applications;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.lifecycle.progress.CaseProgress;
import io.rocketbots.onboarding.lifecycle.progress.Progress;
import io.rocketbots.onboarding.tenancy.platform.LiveDomains;
import io.rocketbots.onboarding.tenancy.platform.Platforms;
import io.rocketbots.onboarding.tenancy.reseller.Reseller;
import io.rocketbots.onboarding.web.security.ApiCaller;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How far the platform is on its way to live. */
@RestController
@RequestMapping(path = ApiConfiguration.PATH + "/progress", produces = MediaType.APPLICATION_JSON_VALUE)
class ProgressApiController {

    private final Applications applications;
    private final CaseProgress progress;
    private final LiveDomains liveDomains;
    private final Platforms platforms;

    ProgressApiController(
            Applications applications, CaseProgress progress, LiveDomains liveDomains, Platforms platforms) {
        this.applications = applications;
        this.progress = progress;
        this.liveDomains = liveDomains;
        this.platforms = platforms;
    }

    /**
     * The way to the live platform.
     *
     * @param needed what is to be done next
     * @param platformUrl where the platform answers; null until it does
     */
    record ProgressAnswer(
            String companyName,
            String status,
            String needed,
            List<StepAnswer> steps,
            @Nullable URI platformUrl,
            @Nullable Instant liveAt) {}

    /** One step, with its state: done, current (we work on it), waiting (for you), open or failed. */
    record StepAnswer(String step, String state) {}

    @GetMapping
    @Needs({})
    ProgressAnswer progress(@AuthenticationPrincipal ApiCaller caller) {
        Reseller reseller = caller.reseller();
        Progress present = progress.of(applications.get(reseller.applicationId()));
        return new ProgressAnswer(
                reseller.companyName(),
                Words.of(present.status()),
                Words.of(present.need()),
                present.milestones().stream()
                        .map(milestone -> new StepAnswer(Words.of(milestone.step()), Words.of(milestone.state())))
                        .toList(),
                liveDomains
                        .domainOf(reseller.id())
                        .map(domain -> platforms.address(PlatformId.of(reseller.id())))
                        .orElse(null),
                reseller.liveAt());
    }
}
