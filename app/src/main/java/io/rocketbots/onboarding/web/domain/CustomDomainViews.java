package io.rocketbots.onboarding.web.domain;

import io.rocketbots.onboarding.domain.Advice;
import io.rocketbots.onboarding.domain.CustomDomain;
import io.rocketbots.onboarding.domain.CustomDomains;
import io.rocketbots.onboarding.domain.Diagnosis;
import io.rocketbots.onboarding.domain.DomainCheck;
import io.rocketbots.onboarding.domain.DomainChecks;
import io.rocketbots.onboarding.domain.DomainLinks;
import io.rocketbots.onboarding.domain.DomainName;
import io.rocketbots.onboarding.domain.DomainState;
import io.rocketbots.onboarding.platform.Platform;
import io.rocketbots.onboarding.platform.PlatformId;
import io.rocketbots.onboarding.platform.Platforms;
import io.rocketbots.onboarding.reseller.ResellerId;
import io.rocketbots.onboarding.web.domain.CustomDomainView.Check;
import io.rocketbots.onboarding.web.domain.CustomDomainView.Setup;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the pages show of a domain from its rows; no page ever asks DNS. */
@Component
class CustomDomainViews {

    private static final int CHECKS_SHOWN = 10;

    private final CustomDomains domains;
    private final DomainChecks checks;
    private final DomainLinks links;
    private final Platforms platforms;
    private final Clock clock;

    CustomDomainViews(CustomDomains domains, DomainChecks checks, DomainLinks links, Platforms platforms, Clock clock) {
        this.domains = domains;
        this.checks = checks;
        this.links = links;
        this.platforms = platforms;
        this.clock = clock;
    }

    /** The reseller's present domain. */
    CustomDomainView of(ResellerId reseller, Platform page) {
        return of(domains.currentOf(reseller), null, null, List.of(), page);
    }

    /** The same, with hints on the name that was just taken. */
    CustomDomainView taken(ResellerId reseller, List<String> hints, Platform page) {
        return of(domains.currentOf(reseller), null, null, hints, page);
    }

    /** The same, with what was typed and why it was not taken. */
    CustomDomainView refused(ResellerId reseller, String typed, String fault, Platform page) {
        return of(domains.currentOf(reseller), typed, fault, List.of(), page);
    }

    /** That very domain. */
    CustomDomainView of(CustomDomain domain, Platform page) {
        return of(Optional.of(domain), null, null, List.of(), page);
    }

    private CustomDomainView of(
            Optional<CustomDomain> domain,
            @Nullable String typed,
            @Nullable String fault,
            List<String> hints,
            Platform page) {
        return new CustomDomainView(
                domain.map(CustomDomain::state).map(CustomDomainViews::words).orElse("Not Set"),
                domain.map(present -> present.state().name().toLowerCase(Locale.ROOT))
                        .orElse("not-set"),
                typed == null ? "" : typed,
                fault,
                hints,
                domain.map(present -> setup(present, page)).orElse(null));
    }

    private Setup setup(CustomDomain domain, Platform page) {
        DomainName name = domain.domainName();
        List<DomainCheck> latest = checks.latest(domain, CHECKS_SHOWN);
        Optional<DomainCheck> last = latest.stream().findFirst();
        String zone = last.map(check -> check.diagnosis().zone()).orElse(name.registrable());
        boolean waiting = domain.state() == DomainState.WAITING;
        boolean helped = domain.needsHelp(clock.instant());
        return new Setup(
                name.value(),
                name.inUnicode(),
                zone,
                name.relativeTo(zone),
                domain.target(),
                waiting,
                domain.state().isChangeable(),
                waiting
                        ? last.map(check -> Advice.on(check.diagnosis(), name, domain.targetName()))
                                .orElse(null)
                        : null,
                last.map(DomainCheck::warning)
                        .map(warning -> Advice.on(warning, name, domain.targetName()))
                        .orElse(null),
                latest.stream().map(CustomDomainViews::check).toList(),
                helped ? null : domain.cname().nextCheckAt(),
                helped,
                domain.cname().helpFrom(),
                platforms.address(page.id()) + links.pathOf(domain.id()),
                domain.state().isServed() ? platforms.address(PlatformId.of(domain.resellerId())) + "/" : null);
    }

    private static Check check(DomainCheck check) {
        return new Check(
                check.at(),
                check.asked(),
                check.answered(),
                check.diagnosis().kind() == Diagnosis.Kind.FOUND,
                check.nextCheckAt());
    }

    private static String words(DomainState state) {
        return switch (state) {
            case WAITING -> "Waiting for DNS";
            case VERIFIED -> "Verified";
            case LIVE -> "Live";
            case BROKEN -> "Broken";
            case SUSPENDED -> "Suspended";
            case RELEASED -> "Not Set";
        };
    }
}
