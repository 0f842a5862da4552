package io.rocketbots.onboarding.web.domain;

import io.rocketbots.onboarding.kernel.id.PlatformId;
import io.rocketbots.onboarding.kernel.id.ResellerId;
import io.rocketbots.onboarding.launch.domain.Advice;
import io.rocketbots.onboarding.launch.domain.CustomDomain;
import io.rocketbots.onboarding.launch.domain.CustomDomains;
import io.rocketbots.onboarding.launch.domain.Diagnosis.Kind;
import io.rocketbots.onboarding.launch.domain.DomainCheck;
import io.rocketbots.onboarding.launch.domain.DomainChecks;
import io.rocketbots.onboarding.launch.domain.DomainLinks;
import io.rocketbots.onboarding.launch.domain.DomainName;
import io.rocketbots.onboarding.launch.domain.DomainRecords;
import io.rocketbots.onboarding.launch.domain.DomainState;
import io.rocketbots.onboarding.launch.domain.DomainTerms;
import io.rocketbots.onboarding.launch.domain.RecordToSet;
import io.rocketbots.onboarding.tenancy.platform.Platform;
import io.rocketbots.onboarding.tenancy.platform.Platforms;
import io.rocketbots.onboarding.web.domain.CustomDomainView.Check;
import io.rocketbots.onboarding.web.domain.CustomDomainView.DnsRecord;
import io.rocketbots.onboarding.web.domain.CustomDomainView.Former;
import io.rocketbots.onboarding.web.domain.CustomDomainView.Setup;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes what the pages show of a domain from its rows; no page ever asks DNS. */
@Component
class CustomDomainViews {

    private static final int CHECKS_SHOWN = 10;

    private final CustomDomains domains;
    private final DomainChecks checks;
    private final DomainRecords records;
    private final DomainLinks links;
    private final Platforms platforms;
    private final DomainTerms terms;
    private final Clock clock;

    CustomDomainViews(
            CustomDomains domains,
            DomainChecks checks,
            DomainRecords records,
            DomainLinks links,
            Platforms platforms,
            DomainTerms terms,
            Clock clock) {
        this.domains = domains;
        this.checks = checks;
        this.records = records;
        this.links = links;
        this.platforms = platforms;
        this.terms = terms;
        this.clock = clock;
    }

    /** The reseller's domains. */
    CustomDomainView of(ResellerId reseller, Platform page) {
        return of(reseller, "", null, List.of(), page);
    }

    /** The same, with hints on the name that was just taken. */
    CustomDomainView taken(ResellerId reseller, List<String> hints, Platform page) {
        return of(reseller, "", null, hints, page);
    }

    /** The same, with what was typed and why it was not taken. */
    CustomDomainView refused(ResellerId reseller, String typed, String fault, Platform page) {
        return of(reseller, typed, fault, List.of(), page);
    }

    /** That very domain. */
    CustomDomainView of(CustomDomain domain, Platform page) {
        return new CustomDomainView("", null, List.of(), setup(domain, page), null, List.of(), "");
    }

    private CustomDomainView of(
            ResellerId reseller, String typed, @Nullable String fault, List<String> hints, Platform page) {
        return new CustomDomainView(
                typed,
                fault,
                hints,
                domains.currentOf(reseller).map(present -> setup(present, page)).orElse(null),
                domains.pendingOf(reseller).map(pending -> setup(pending, page)).orElse(null),
                formers(reseller),
                inWords(terms.redirectPeriod()));
    }

    private List<Former> formers(ResellerId reseller) {
        return domains.findByResellerIdOrderByRequestedAtDesc(reseller).stream()
                .filter(domain -> domain.state() == DomainState.REDIRECTING)
                .map(domain -> new Former(
                        domain.domainName().inUnicode(),
                        Objects.requireNonNull(domain.replaced()).until()))
                .toList();
    }

    private Setup setup(CustomDomain domain, Platform page) {
        DomainName name = domain.domainName();
        List<DomainCheck> latest = checks.latest(domain, CHECKS_SHOWN);
        Optional<DomainCheck> last = latest.stream().findFirst();
        String zone = last.map(check -> check.diagnosis().zone()).orElse(name.registrable());
        boolean waiting = domain.state() == DomainState.WAITING;
        boolean broken = domain.state() == DomainState.BROKEN || domain.state() == DomainState.SUSPENDED;
        boolean helped = domain.needsHelp(clock.instant());
        Optional<Kind> seen = last.map(check -> check.diagnosis().kind());
        // A live domain behind a proxy that fails just now is not called broken yet.
        boolean troubled =
                waiting || broken || seen.filter(Kind.PROXY_FAILS::equals).isPresent();
        DomainRecords.Records toSet = records.of(domain);
        return new Setup(
                domain.id().value(),
                words(domain.state()),
                domain.state().name().toLowerCase(Locale.ROOT),
                name.value(),
                name.inUnicode(),
                zone,
                record(List.of(toSet.main()), zone),
                alternatives(toSet.instead(), zone),
                toSet.proof().map(proof -> record(List.of(proof), zone)).orElse(null),
                waiting,
                broken,
                domain.state() == DomainState.BROKEN ? domain.watch().suspendAt() : null,
                domain.isLookedFor(),
                domain.state().isChangeable(),
                troubled
                        ? last.map(check -> Advice.on(check.diagnosis(), name, domain.targetName()))
                                .orElse(null)
                        : null,
                last.map(DomainCheck::warning)
                        .map(warning -> Advice.on(warning, name, domain.targetName()))
                        .orElse(null),
                seen.filter(Kind::isAboutProxy).isPresent(),
                latest.stream().map(CustomDomainViews::check).toList(),
                helped ? null : domain.cname().nextCheckAt(),
                helped,
                domain.cname().helpFrom(),
                platforms.address(page.id()) + links.pathOf(domain.id()),
                domain.state().isServed() ? platforms.address(PlatformId.of(domain.resellerId())) + "/" : null);
    }

    /** Records of one type and name. */
    private static DnsRecord record(List<RecordToSet> records, String zone) {
        RecordToSet first = records.getFirst();
        return new DnsRecord(
                first.type(),
                relative(first.name(), zone),
                first.name(),
                records.stream().map(RecordToSet::value).toList());
    }

    private static List<DnsRecord> alternatives(List<RecordToSet> records, String zone) {
        return records.stream()
                .collect(Collectors.groupingBy(RecordToSet::type, LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(ofOneType -> record(ofOneType, zone))
                .toList();
    }

    /** What goes into the field Name, also for a name that no host could have. */
    private static String relative(String name, String zone) {
        return name.equals(zone)
                ? "@"
                : name.endsWith("." + zone) ? name.substring(0, name.length() - zone.length() - 1) : name;
    }

    private static Check check(DomainCheck check) {
        return new Check(
                check.at(),
                check.asked(),
                check.answered(),
                check.diagnosis().kind().isFound(),
                check.nextCheckAt());
    }

    private static String words(DomainState state) {
        return switch (state) {
            case WAITING -> "Waiting for DNS";
            case VERIFIED -> "Verified";
            case LIVE -> "Live";
            case BROKEN -> "Broken";
            case SUSPENDED -> "Suspended";
            case REDIRECTING -> "Redirecting";
            case RELEASED -> "Not Set";
        };
    }

    private static String inWords(Duration duration) {
        return duration.toDays() > 1 ? duration.toDays() + " days" : duration.toMinutes() + " minutes";
    }
}
