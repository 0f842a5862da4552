package io.rocketbots.onboarding.web.api;

import io.rocketbots.onboarding.customer.space.CancelSpace;
import io.rocketbots.onboarding.customer.space.RestoreSpace;
import io.rocketbots.onboarding.customer.space.ResumeSpace;
import io.rocketbots.onboarding.customer.space.SuspendSpace;
import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.kernel.id.SpaceId;
import io.rocketbots.onboarding.web.api.SpaceAnswers.SpaceAnswer;
import io.rocketbots.onboarding.web.security.ApiCaller;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Closes and opens a Space of the reseller's platform. */
@RestController
@RequestMapping(path = ApiConfiguration.PATH + "/spaces/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
class SpaceStateApiController {

    private final SpaceAnswers answers;
    private final SuspendSpace suspendSpace;
    private final ResumeSpace resumeSpace;
    private final CancelSpace cancelSpace;
    private final RestoreSpace restoreSpace;

    SpaceStateApiController(
            SpaceAnswers answers,
            SuspendSpace suspendSpace,
            ResumeSpace resumeSpace,
            CancelSpace cancelSpace,
            RestoreSpace restoreSpace) {
        this.answers = answers;
        this.suspendSpace = suspendSpace;
        this.resumeSpace = resumeSpace;
        this.cancelSpace = cancelSpace;
        this.restoreSpace = restoreSpace;
    }

    /** The Space's name once more, so that nobody cancels the wrong one. */
    record Cancellation(@Nullable String confirmation) {}

    @PostMapping("/suspend")
    @Needs(ApiScope.SPACES_WRITE)
    SpaceAnswer suspend(@PathVariable UUID id, @AuthenticationPrincipal ApiCaller caller) {
        SpaceId space = new SpaceId(id);
        suspendSpace.suspend(caller.reseller().id(), space, caller.actor());
        return answers.of(space, caller);
    }

    @PostMapping("/resume")
    @Needs(ApiScope.SPACES_WRITE)
    SpaceAnswer resume(@PathVariable UUID id, @AuthenticationPrincipal ApiCaller caller) {
        SpaceId space = new SpaceId(id);
        resumeSpace.resume(caller.reseller().id(), space, caller.actor());
        return answers.of(space, caller);
    }

    @PostMapping(path = "/cancel", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(ApiScope.SPACES_WRITE)
    SpaceAnswer cancel(
            @PathVariable UUID id, @RequestBody Cancellation sure, @AuthenticationPrincipal ApiCaller caller) {
        SpaceId space = new SpaceId(id);
        String confirmation = Objects.requireNonNullElse(sure.confirmation(), "");
        if (cancelSpace.cancel(caller.reseller().id(), space, confirmation, caller.actor())
                instanceof CancelSpace.Result.Faulty faulty) {
            throw SpaceAnswers.faulty(faulty.faults());
        }
        return answers.of(space, caller);
    }

    @PostMapping("/restore")
    @Needs(ApiScope.SPACES_WRITE)
    SpaceAnswer restore(@PathVariable UUID id, @AuthenticationPrincipal ApiCaller caller) {
        SpaceId space = new SpaceId(id);
        restoreSpace.restore(caller.reseller().id(), space, caller.actor());
        return answers.of(space, caller);
    }
}
