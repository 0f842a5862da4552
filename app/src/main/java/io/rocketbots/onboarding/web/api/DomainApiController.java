package io.rocketbots.onboarding.web.api;

import io.rocketbots.onboarding.integration.apikey.ApiScope;
import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.launch.domain.Advice;
import io.rocketbots.onboarding.launch.domain.CancelDomainChange;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.DomainCheck;
import io.rocketbots.onboarding.launch.domain.DomainChecks;
import io.rocketbots.onboarding.launch.domain.DomainRecords;
import io.rocketbots.onboarding.launch.domain.DomainRefused;
import io.rocketbots.onboarding.launch.domain.RecordToSet;
import io.rocketbots.onboarding.launch.domain.RequestCheck;
import io.rocketbots.onboarding.launch.domain.RequestDomain;
import io.rocketbots.onboarding.tenancy.platform.Platforms;
import io.rocketbots.onboarding.web.problem.ApiProblem;
import io.rocketbots.onboarding.web.problem.ProblemType;
import io.rocketbots.onboarding.web.security.ApiCaller;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The Custom Domain Name: the record to set, how it stands, and the checks. */
@RestController
@RequestMapping(path = ApiConfiguration.PATH + "/domain", produces = MediaType.APPLICATION_JSON_VALUE)
class DomainApiController {

    private static final int CHECKS = 100;

    private final CustomDomains domains;
    private final DomainChecks checks;
    private final DomainRecords records;
    private final RequestDomain requestDomain;
    private final RequestCheck requestCheck;
    private final CancelDomainChange cancelDomainChange;
    private final Platforms platforms;

    DomainApiController(
            CustomDomains domains,
            DomainChecks checks,
            DomainRecords records,
            RequestDomain requestDomain,
            RequestCheck requestCheck,
            CancelDomainChange cancelDomainChange,
            Platforms platforms) {
        this.domains = domains;
        this.checks = checks;
        this.records = records;
        this.requestDomain = requestDomain;
        this.requestCheck = requestCheck;
        this.cancelDomainChange = cancelDomainChange;
        this.platforms = platforms;
    }

    /**
     * The present domain.
     *
     * @param state not-set, waiting, verified, live, broken or suspended
     * @param records what must stand in DNS
     * @param alternatives what may stand there instead of the first of the records, where the provider does not offer that
     * @param diagnosis what stands there instead; null when there is nothing to say
     * @param platformUrl where the platform answers; null until it does
     * @param change the name that is being set up to take its place; null when there is none
     */
    record DomainAnswer(
            @Nullable String name,
            String state,
            List<RecordAnswer> records,
            List<RecordAnswer> alternatives,
            @Nullable DiagnosisAnswer diagnosis,
            @Nullable Instant nextCheckAt,
            @Nullable URI platformUrl,
            @Nullable ChangeAnswer change) {}

    /** The name to which a live platform is to move; the present one serves until it is live. */
    record ChangeAnswer(
            String name,
            String state,
            List<RecordAnswer> records,
            List<RecordAnswer> alternatives,
            @Nullable DiagnosisAnswer diagnosis,
            @Nullable Instant nextCheckAt) {}

    /** A DNS record to set. */
    record RecordAnswer(String type, String name, String value) {}

    /**
     * What was seen at the latest check.
     *
     * @param kind for programs, such as wrong-target
     * @param turn who acts next: you, us or nobody
     */
    record DiagnosisAnswer(String kind, String what, String toDo, String turn) {}

    /** One check. */
    record CheckAnswer(
            Instant at,
            String name,
            String asked,
            String answered,
            String kind,
            @Nullable Instant nextCheckAt) {}

    record ChecksAnswer(List<CheckAnswer> items) {}

    record DomainRequest(@Nullable String name) {}

    @GetMapping
    @Needs(ApiScope.DOMAIN_READ)
    DomainAnswer domain(@AuthenticationPrincipal ApiCaller caller) {
        return present(caller);
    }

    @PutMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(ApiScope.DOMAIN_WRITE)
    DomainAnswer request(@RequestBody DomainRequest wanted, @AuthenticationPrincipal ApiCaller caller) {
        try {
            requestDomain.request(
                    caller.reseller().id(), Objects.requireNonNullElse(wanted.name(), ""), caller.actor());
        } catch (DomainRefused refused) {
            throw ApiProblem.ofFields(Map.of("name", refused.reason()));
        }
        return present(caller);
    }

    /** The platform stays on its present name. */
    @DeleteMapping("/change")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Needs(ApiScope.DOMAIN_WRITE)
    void cancelChange(@AuthenticationPrincipal ApiCaller caller) {
        if (!cancelDomainChange.of(caller.reseller().id(), caller.actor())) {
            throw ApiProblem.of(ProblemType.CONFLICT, "No other name is being set up, or it is live by now.");
        }
    }

    @GetMapping("/checks")
    @Needs(ApiScope.DOMAIN_READ)
    ChecksAnswer checks(@AuthenticationPrincipal ApiCaller caller) {
        List<CheckAnswer> items =
                lookedFor(caller).map(domain -> checks.latest(domain, CHECKS)).orElse(List.of()).stream()
                        .map(DomainApiController::check)
                        .toList();
        return new ChecksAnswer(items);
    }

    /** Check Now: the answer is how it stood before; the check follows in a moment. */
    @PostMapping("/checks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Needs(ApiScope.DOMAIN_WRITE)
    DomainAnswer check(@AuthenticationPrincipal ApiCaller caller) {
        CustomDomain domain = domains.currentOf(caller.reseller().id())
                .orElseThrow(() -> ApiProblem.of(ProblemType.CONFLICT, "There is no domain to check yet."));
        try {
            requestCheck.of(domain.resellerId());
        } catch (RequestCheck.NothingToLookFor nothing) {
            throw ApiProblem.of(
                    ProblemType.CONFLICT, "No record is looked for at present, so there is nothing to check.");
        } catch (RequestCheck.TooSoon tooSoon) {
            throw ApiProblem.retryAfter(ProblemType.TOO_MANY_CALLS, tooSoon.retryAfter());
        }
        return present(caller);
    }

    /** The one that is being set up, else the present one. */
    private Optional<CustomDomain> lookedFor(ApiCaller caller) {
        return domains.pendingOf(caller.reseller().id())
                .or(() -> domains.currentOf(caller.reseller().id()));
    }

    private DomainAnswer present(ApiCaller caller) {
        ChangeAnswer change = domains.pendingOf(caller.reseller().id())
                .map(pending -> new ChangeAnswer(
                        pending.name(),
                        Words.of(pending.state()),
                        answers(records.of(pending).needed()),
                        answers(records.of(pending).instead()),
                        diagnosisOf(pending),
                        pending.cname().nextCheckAt()))
                .orElse(null);
        return domains.currentOf(caller.reseller().id())
                .map(domain -> answer(domain, change))
                .orElseGet(() -> new DomainAnswer(null, "not-set", List.of(), List.of(), null, null, null, change));
    }

    private DomainAnswer answer(CustomDomain domain, @Nullable ChangeAnswer change) {
        return new DomainAnswer(
                domain.name(),
                Words.of(domain.state()),
                answers(records.of(domain).needed()),
                answers(records.of(domain).instead()),
                diagnosisOf(domain),
                domain.cname().nextCheckAt(),
                domain.state().isServed() ? platforms.address(PlatformId.of(domain.resellerId())) : null,
                change);
    }

    private static List<RecordAnswer> answers(List<RecordToSet> toSet) {
        return toSet.stream()
                .map(record -> new RecordAnswer(record.type(), record.name(), record.value()))
                .toList();
    }

    /** What is the matter; null when all is well or nobody has looked yet. */
    private @Nullable DiagnosisAnswer diagnosisOf(CustomDomain domain) {
        return checks.latest(domain)
                .filter(check -> !check.diagnosis().kind().isFound())
                .map(check -> diagnosis(check, domain))
                .orElse(null);
    }

    private static DiagnosisAnswer diagnosis(DomainCheck check, CustomDomain domain) {
        Advice advice = Advice.on(check.diagnosis(), domain.domainName(), domain.targetName());
        return new DiagnosisAnswer(
                Words.of(check.diagnosis().kind()), advice.what(), advice.toDo(), Words.of(advice.actor()));
    }

    private static CheckAnswer check(DomainCheck check) {
        return new CheckAnswer(
                check.at(),
                check.name().value(),
                check.asked(),
                check.answered(),
                Words.of(check.diagnosis().kind()),
                check.nextCheckAt());
    }
}
